import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { type ClipModelName, clipModels } from "../../../../../kernel/aen/model/clipModel.js";
import { clipModelOutputs } from "../../../../../kernel/aen/model/clipModels/clipModelOutputs.js";
import { model } from "../../../../../kernel/aen/model/model.js";
import { smallestModel } from "../../training/patternClips.js";

const names = Object.keys(clipModels) as ClipModelName[];
const widths: Record<number, number> = { 0: 8, 1: 16, 3: 16 };
const bottom = {
  features: Object.fromEntries(
    Object.entries(widths).map(([level, width]) => [
      level,
      tf.randomNormal([2, 2, width], 0, 1, "float32", Number(level) + 1),
    ]),
  ),
  frameLogits: tf.randomNormal([2, 2, 7], 0, 1, "float32", 9),
};

function outputsOf(clipModel: ClipModelName, given: Parameters<typeof clipModelOutputs>[1] = bottom) {
  const own = model({ ...smallestModel, clipModel }, { seed: 3 });
  const outputs = clipModelOutputs(own.context(), given);
  own.dispose();
  return outputs;
}

describe("the clip models", () => {
  for (const name of names) {
    it(`${name} has one row of scores for each clip, and the heads that its description says`, () => {
      const { logits, classVectors } = outputsOf(name);
      const { hasTopDownHeads, encodes } = clipModels[name];
      assert.deepEqual(logits.clip.shape, [2, 7]);
      assert.deepEqual(logits.emotion.shape, [2, 7]);
      assert.deepEqual(logits.group?.shape, hasTopDownHeads ? [2, 3] : undefined);
      assert.equal(logits.emotion === logits.clip, !hasTopDownHeads);
      if (encodes === "all") assert.deepEqual(Object.keys(classVectors), ["0", "1", "3"]);
    });

    it(`${name} looks at each clip alone`, () => {
      const second = {
        features: Object.fromEntries(
          Object.entries(bottom.features).map(([level, x]) => [level, tf.slice(x, [1, 0, 0], [1, -1, -1])]),
        ),
        frameLogits: tf.slice(bottom.frameLogits, [1, 0, 0], [1, -1, -1]),
      };
      const both = [...outputsOf(name).logits.emotion.dataSync()].slice(7);
      const alone = [...outputsOf(name, second).logits.emotion.dataSync()];
      both.forEach((value, index) => assert.ok(Math.abs(value - alone[index]) < 1e-5, name));
    });
  }

  it("without a top-down branch, sentiment does not depend on level 0 nor emotion on level 1; in AEN both do", () => {
    const other = (level: number) => ({
      ...bottom,
      features: { ...bottom.features, [level]: tf.neg(bottom.features[level]) },
    });
    const changes = (name: ClipModelName, head: "group" | "emotion", level: number) =>
      String(outputsOf(name, other(level)).logits[head]!.dataSync()) !==
      String(outputsOf(name).logits[head]!.dataSync());
    for (const [head, level] of [
      ["group", 0],
      ["emotion", 1],
    ] as const) {
      assert.equal(changes("AEN without top-down", head, level), false, head);
      assert.equal(changes("AEN", head, level), true, head);
    }
  });

  it("a mean and a vote do not know the order of frames, a GRU and a transformer do", () => {
    const turned = {
      features: Object.fromEntries(
        Object.entries(bottom.features).map(([level, x]) => [level, tf.reverse(x, 1)]),
      ),
      frameLogits: tf.reverse(bottom.frameLogits, 1),
    };
    const moved = (name: ClipModelName) => {
      const [a, b] = [bottom, turned].map((given) => outputsOf(name, given).logits.clip.dataSync());
      return a.some((value, index) => Math.abs(value - b[index]) > 1e-5);
    };
    assert.deepEqual(
      ["vote of frames", "mean of features", "GRU", "transformer"].map((name) =>
        moved(name as ClipModelName),
      ),
      [false, false, true, true],
    );
  });

  it("a vote takes the frozen frame model's answers where there are any", () => {
    const pseudoLabelLogits = tf.neg(bottom.frameLogits);
    const [own, frozen] = [bottom, { ...bottom, pseudoLabelLogits }].map((given) => [
      ...outputsOf("vote of frames", given).logits.clip.dataSync(),
    ]);
    assert.notDeepEqual(own, frozen);
  });
});
