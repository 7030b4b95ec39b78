// A training in a process of its own, so that it can be killed: `interruptible.ts <folder> <run or "">`. It
// prints one line for each event and the last weights' checksum at the end.
import { createHash } from "node:crypto";
import { model } from "../../../../kernel/aen/model/model.js";
import { encodeSafetensors } from "../../../../kernel/aen/model/safetensors.js";
import { resume } from "../../../../kernel/aen/training/resume.js";
import { train } from "../../../../kernel/aen/training/train.js";
import { patternClips, smallestModel } from "./patternClips.js";

const [folder, id] = process.argv.slice(2);
const clips = patternClips(4);
const validate = patternClips(1, "held out");
const training = id
  ? resume(id, clips, { validate, record: folder })
  : train(model(smallestModel), clips, {
      ...{ validate, record: folder, device: "cpu", seed: 5, batch: 8, epochs: 12, keep: "best" },
      ...{ learningRate: 0.005, pretraining: { epochs: 3, batch: 16 }, checkpointSeconds: 0.02 },
    });
for await (const event of training) console.log(JSON.stringify(event));
const run = await training;
const weights = encodeSafetensors(run.model.weights());
console.log(`weights ${createHash("sha256").update(weights).digest("hex")}`);
