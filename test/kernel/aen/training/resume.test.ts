import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import * as aen from "../../../../kernel/aen/index.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("a resumed run", () => {
  const record = temporaryFolder();
  const clips = patternClips(2);
  const validate = patternClips(1, "held out");
  const stills = patternClips(1, "stills");
  const mine = aen.lossTerm("mine", ({ frameLogits }) => tf.mean(tf.square(frameLogits)), { weight: 0.25 });
  const loss = [...aen.lossTerms().slice(0, 1), mine];
  let run: aen.Run;
  before(async () => {
    run = await aen.train(aen.model(smallestModel, { seed: 6 }), clips, {
      ...{ device: "cpu", batch: 7, epochs: 2, record, validate, loss, seed: 3, learningRate: 0.002 },
      pretraining: { epochs: 1, stills },
    });
  });

  const given = { record, validate, loss: [mine] };
  const checkpoints = () => path.join(run.folder!, "checkpoints");

  it("has the plan of the record: settings, weights of the terms, seed of the model", async () => {
    const { plan, model, initialModel, id } = await aen.resume(run.id, clips, given);
    const settings = ({
      loss: _loss,
      validate: _validate,
      pretraining: _pretraining,
      ...rest
    }: typeof plan) => rest;
    assert.deepEqual([id, settings(plan)], [run.id, settings(run.plan)]);
    assert.deepEqual(
      plan.loss.map(({ name, weight }) => [name, weight]),
      loss.map(({ name, weight }) => [name, weight]),
    );
    assert.equal(plan.loss[1].value, mine.value);
    assert.deepEqual(initialModel.weights(), run.initialModel.weights());
    assert.deepEqual(model.weights(), run.model.weights());
  });

  it("has the events up to its checkpoint, then a start that names it", async () => {
    const resumed = await aen.resume(run.folder!, clips, given);
    const again = resumed.events.findLastIndex((event) => event.type === "start");
    const begun = resumed.events[again];
    assert.ok(begun.type === "start" && begun.keptEvents === again);
    assert.equal(begun.resumedFrom, path.join(checkpoints(), "1-training-00000004.safetensors"));
    assert.deepEqual(
      resumed.epochs.map(({ phase, epoch, loss: mean }) => [phase, epoch, mean]),
      run.epochs.map(({ phase, epoch, loss: mean }) => [phase, epoch, mean]),
    );
  });

  it("is rejected when it does not exist, with the places searched", () => {
    assert.throws(
      () => aen.resume("2020", clips, given),
      /There is no run "2020": neither .*2020 nor .*2020 contains a run\.json/,
    );
  });

  const refused: [string, () => unknown, RegExp][] = [
    [
      "other clips",
      () => aen.resume(run.id, validate, given),
      /^The clips are not those of the run: it had 14 \(\w{8}\), these are 7 \(\w{8}\)\./,
    ],
    [
      "no validation clips",
      () => aen.resume(run.id, clips, { ...given, validate: undefined }),
      /had validation clips: give them again with \{ validate \}/,
    ],
    [
      "other validation clips",
      () => aen.resume(run.id, clips, { ...given, validate: stills }),
      /^The validation clips are not those/,
    ],
    [
      "other stills",
      () => aen.resume(run.id, clips, { ...given, stills: validate }),
      /^The stills are not those/,
    ],
    [
      "no custom loss term",
      () => aen.resume(run.id, clips, { ...given, loss: [] }),
      /had a loss term "mine" of its own: give it again .*mean/,
    ],
  ];
  for (const [what, resume, message] of refused) {
    it(`is rejected with ${what}`, () => {
      assert.throws(resume, (error) => error instanceof RangeError && message.test(error.message));
    });
  }

  it("is rejected when its record lacks a part, with the file and the part", () => {
    const file = path.join(run.folder!, "run.json");
    const text = readFileSync(file, "utf8");
    const { versions: _versions, ...rest } = JSON.parse(text) as object & { versions: object };
    writeFileSync(file, JSON.stringify(rest));
    assert.throws(
      () => aen.resume(run.id, clips, given),
      /^RangeError: The record ".*run\.json" is damaged: it has no "versions"/,
    );
    writeFileSync(file, text);
  });

  it("is rejected while it is still training in this process", async () => {
    const training = aen.resume(run.id, clips, given);
    assert.throws(
      () => aen.resume(run.id, clips, given),
      /is still training in this process \(\d+\): await it, or stop it/,
    );
    await training;
    await aen.resume(run.id, clips, given);
  });

  it("needs its stills until it has pretrained, and starts over without a checkpoint", async () => {
    for (const name of readdirSync(checkpoints())) rmSync(path.join(checkpoints(), name));
    const tensors = tf.memory().numTensors;
    assert.throws(
      () => aen.resume(run.id, clips, given),
      /was pretrained on stills: give them again with \{ stills \}/,
    );
    assert.equal(tf.memory().numTensors, tensors, "nothing is left behind");
    const resumed = await aen.resume(run.id, clips, { ...given, stills });
    assert.deepEqual(resumed.model.weights(), run.model.weights());
    assert.ok(existsSync(path.join(checkpoints(), "1-training-00000004.safetensors")));
  });
});
