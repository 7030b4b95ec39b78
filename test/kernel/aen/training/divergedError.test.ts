import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import * as aen from "../../../../kernel/aen/index.js";
import { DivergedError, requireFiniteWeights } from "../../../../kernel/aen/training/divergedError.js";
import { startOf } from "../../../../kernel/aen/training/loopState.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("a training that diverges", () => {
  const folder = temporaryFolder();
  const model = aen.model(smallestModel);
  after(() => model.dispose());

  it("is told with the terms that are not finite, the phase, the epoch, the step and the rate", () => {
    const state = { ...startOf("training"), epoch: 2, step: 4 };
    assert.equal(
      DivergedError.ofLoss(state, 0.5, { a: 1, b: NaN, c: Infinity }).message,
      'The loss ("b", "c") is not finite in epoch 3, step 5, at a learning rate of 0.5. A smaller learningRate ' +
        "or a longer warm-up usually helps.",
    );
    const before = { ...state, phase: "pretraining" } as const;
    assert.match(
      DivergedError.ofLoss(before, 1, {}).message,
      /^The loss is not finite in the pretraining's epoch 3/,
    );
  });

  it("is told with the weight that is not finite, and the update that left it, running statistics too", () => {
    const broken = model.copy();
    requireFiniteWeights(broken, startOf("training"));
    const name = [...broken.variables.keys()].find((each) => each.endsWith("runningVar"))!;
    const weights = new Map(broken.weights());
    const { shape, data } = weights.get(name)!;
    weights.set(name, { shape, data: data.slice().fill(-Infinity, 1) });
    broken.setWeights(weights);
    assert.throws(() => requireFiniteWeights(broken, { ...startOf("pretraining"), updates: 7 }), {
      name: "DivergedError",
      message: new RegExp(`^The weight "${name}" holds -Infinity after update 7 of the pretraining\\.`),
    });
    broken.dispose();
  });

  // A finite loss whose gradient is not: the square root at 0 has slope infinity, and 0 * infinity is no number.
  const steep = aen.lossTerm("steep", ({ frameLogits }) => tf.mean(tf.sqrt(tf.mul(frameLogits, 0))));
  const steepAtClip = aen.lossTerm("steep", ({ clipLogProbabilities }) =>
    tf.mean(tf.sqrt(tf.mul(clipLogProbabilities, 0))),
  );
  const once = { device: "cpu", batch: 14, epochs: 1, pretraining: false, loss: [steep] } as const;

  for (const bottomUp of ["learns", "frozen"] as const)
    it(`fails where only its last update broke the weights, and leaves no broken checkpoint (bottom-up ${bottomUp})`, async () => {
      const learnt = { ...once, bottomUp, loss: [bottomUp === "frozen" ? steepAtClip : steep] };
      const training = aen.train(model, patternClips(2), { ...learnt, record: path.join(folder, bottomUp) });
      await assert.rejects(training.finished, {
        name: "DivergedError",
        message: /^The weight ".*" holds NaN after update 1 /,
      });
      assert.equal(training.run.state, "failed");
      const checkpoints = path.join(training.run.folder!, "checkpoints");
      const before = ["0-pretraining-00000000.safetensors", "1-training-00000000.safetensors"];
      assert.deepEqual(readdirSync(checkpoints).sort(), before);
    });

  it("fails without a record, too, and before it is validated", async () => {
    const training = aen.train(model, patternClips(2), { ...once, validate: patternClips(1), record: false });
    await assert.rejects(training.finished, /holds NaN after update 1 of the training/);
    assert.deepEqual(training.run.epochs, []);
  });
});
