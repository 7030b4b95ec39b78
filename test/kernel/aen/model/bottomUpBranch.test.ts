import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { bottomUpBranch, frameLogits } from "../../../../kernel/aen/model/bottomUpBranch.js";
import { model } from "../../../../kernel/aen/model/model.js";
import { smallestModel } from "../training/patternClips.js";
import { rounded } from "./weightsOf.js";

describe("the bottom-up branch", () => {
  const own = model({ ...smallestModel, size: 32, level2: true }, { seed: 5 });
  after(() => own.dispose());
  const frames = tf.randomUniform([3, 32, 32, 3], 0, 1, "float32", 7);

  it("describes each frame at every level: the last stage's channels, else (size/4)²", () => {
    const { levels, frameLogits } = bottomUpBranch(own.context(), frames);
    const shapes = Object.fromEntries(Object.entries(levels).map(([level, { shape }]) => [level, shape]));
    assert.deepEqual(shapes, { 0: [3, 8], 1: [3, 64], 2: [3, 64], 3: [3, 64] });
    assert.deepEqual(frameLogits.shape, [3, 7]);
  });

  it("has a level 2 only where the configuration has it", () => {
    const without = model(smallestModel);
    const { levels } = bottomUpBranch(without.context(), tf.zeros([1, 16, 16, 3]));
    assert.deepEqual(Object.keys(levels), ["0", "1", "3"]);
    without.dispose();
  });

  it("looks at each frame alone: others beside it change nothing in evaluation", () => {
    const together = rounded(bottomUpBranch(own.context(), frames).frameLogits, 3);
    const second = tf.slice(frames, [1, 0, 0, 0], [1, -1, -1, -1]);
    assert.deepEqual(rounded(bottomUpBranch(own.context(), second).frameLogits, 3), together.slice(7, 14));
  });

  it("halves the resolution four times and leaves it at stage 1", () => {
    const sizes: Record<string, number[]> = {};
    const observe = (name: string, { shape }: tf.Tensor) => void (sizes[name] = shape.slice(1, 3));
    bottomUpBranch(own.context({ observe }), frames);
    assert.deepEqual(sizes, {
      "spatial.stem.out": [8, 8],
      "spatial.stage1.out": [8, 8],
      "spatial.stage2.out": [4, 4],
      "spatial.stage3.out": [2, 2],
      "spatial.stage4.out": [1, 1],
    });
  });

  it("alone gives the frame model's logits, without the parts that do not influence them", () => {
    const asked: string[] = [];
    const context = own.context();
    const counting = { ...context, parameter: (name: string) => (asked.push(name), context.parameter(name)) };
    assert.deepEqual(
      rounded(frameLogits(counting, frames), 3),
      rounded(bottomUpBranch(context, frames).frameLogits, 3),
    );
    assert.ok(!asked.some((name) => /stage4|tap1|tap2/.test(name)));
  });

  it("flattens taps row, column, channel where that is chosen: other numbers, the same set", () => {
    const last = bottomUpBranch(
      { ...own.context(), configuration: { ...own.configuration, tapOrder: "channel last" } },
      frames,
    );
    const first = bottomUpBranch(own.context(), frames);
    const row = (x: tf.Tensor) => rounded(tf.slice(x, [0, 0], [1, -1]), 5);
    assert.notDeepEqual(row(last.levels[3]), row(first.levels[3]));
    assert.deepEqual(row(last.levels[3]).sort(), row(first.levels[3]).sort());
    assert.deepEqual(row(last.levels[1]), row(first.levels[1]), "one channel alone has no order");
  });
});
