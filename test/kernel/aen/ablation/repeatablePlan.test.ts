import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import * as aen from "../../../../kernel/aen/index.js";
import { writeRepeatable } from "../../../../kernel/aen/ablation/repeatablePlan.js";
import { readPlan } from "../../../../kernel/aen/ablation/slurm/portablePlan.js";
import { planStudy } from "../../../../kernel/aen/ablation/studyPlan.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

describe("the plan from which a study is repeated", () => {
  const folder = temporaryFolder();
  const plan = (clips: aen.ClipSet, arms: readonly aen.Arm[] = []) => {
    const stills = clips.clips[0].truth ? aen.clips.stills(clips) : undefined;
    const base = { model: smallestModel, training: { pretraining: { stills } } };
    return planStudy(base, { arms, seeds: 1, data: clips.split({ by: "identity", test: 0.5 }) });
  };
  const drawn = () => aen.clips.synthetic({ perEmotion: 2, identities: 2, frames: 2, size: 16 });

  it("is written once, with stills, and comes back as it was", async () => {
    const written = plan(await drawn());
    const place = path.join(folder, "whole");
    assert.equal(await writeRepeatable(written, place), null);
    const read = await readPlan(path.join(place, "repeat"), { tf, aen });
    assert.deepEqual(read.tasks, written.tasks);
    const [still] = read.arms[0].training.pretraining!.stills!.clips;
    const [original] = written.arms[0].training.pretraining!.stills!.clips;
    assert.deepEqual(await still.read([0, 0]), await original.read([0, 0]));
    const { mtimeMs } = statSync(path.join(place, "repeat", "plan.json"));
    assert.equal(await writeRepeatable(written, place), null);
    assert.equal(statSync(path.join(place, "repeat", "plan.json")).mtimeMs, mtimeMs);
  });

  it("is not written for clips whose frames come from code, nor for functions that no file can hold", async () => {
    const place = path.join(folder, "not");
    assert.match(
      (await writeRepeatable(plan(patternClips(2)), place))!,
      /^the frames of the clip "pattern-\d+" come from code$/,
    );
    const weights = tf.tensor1d([1]);
    const heavy = aen.lossTerm("heavy", () => tf.sum(weights));
    assert.equal(
      await writeRepeatable(plan(await drawn(), [aen.arm("own", { add: heavy })]), place),
      'The loss term "heavy" cannot be written: "weights", which it uses, is neither plain data nor a function',
    );
    assert.ok(!existsSync(path.join(place, "repeat", "plan.json")));
  });
});
