import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { arm, arms, type Arm } from "../../../../kernel/aen/ablation/arm.js";
import { planText } from "../../../../kernel/aen/ablation/planText.js";
import { planStudy, type AblationOptions } from "../../../../kernel/aen/ablation/studyPlan.js";
import { lossTerm } from "../../../../kernel/aen/losses/lossTerm.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

const clips = patternClips(4);
const term = (name: string, weight: number) =>
  lossTerm(name, ({ frameLogits }) => tf.mean(frameLogits), { weight });
const loss = [term("emotion", 1), term("energy", 1 / 3)];

function linesOf(
  given: readonly Arm[],
  options: Partial<AblationOptions> = {},
  seconds: number | null = null,
): string[] {
  const data = clips.split({ by: "identity", test: 0.5, seed: 1 });
  const base = { model: smallestModel, training: { epochs: 1, loss } };
  return planText(planStudy(base, { arms: given, data, seeds: 2, ...options }), seconds).split("\n");
}

describe("a printed plan", () => {
  it("multiplies arms, seeds and folds, and counts the clips that arms are evaluated on", () => {
    assert.equal(
      linesOf(arms.withoutEach("energy"), { name: "Mine" })[0],
      'Ablation "Mine": 2 arms x 2 seeds = 4 runs; judged on 14 clips',
    );
    assert.match(
      linesOf([], { data: clips, folds: 4 })[0],
      /: 1 arms x 2 seeds x 4 folds = 8 runs; judged on 28 clips$/,
    );
  });

  it("says how long it takes if that was measured", () => {
    assert.match(linesOf([], {}, 240)[0], / = 2 runs, about 4 min on this machine; judged on/);
  });

  it("says how the bottom-up branch is trained", () => {
    const frozen =
      /^The bottom-up branch is pretrained \(4 epochs\) and trained once per seed and fold, .*frozen\.$/;
    assert.match(linesOf([])[1], frozen);
    const learns = linesOf([], { bottomUp: "learns" })[1];
    assert.match(learns, /^Every run trains the whole network from the same pretrained .* \(4 epochs\)\.$/);
  });

  it("says what the seeds vary and what they do not", () => {
    assert.match(linesOf([])[2], /^Seeds vary .*\. The same for all seeds: .*\.$/);
  });

  it("shows the base's terms with their weights, and of each arm what differs", () => {
    const other = lossTerm("energy", ({ frameLogits }) => tf.sum(frameLogits), { weight: 1 / 3 });
    const [, , , ...rows] = linesOf([
      ...arms.withoutEach("energy"),
      arm("stronger", { weights: { energy: 2 } }),
      arm("mine", { add: term("own", 0.12345), training: { balanced: true } }),
      arm("other", { add: other }),
    ]);
    assert.deepEqual(rows, [
      "  base: emotion x 1, energy x 0.333",
      "  without energy: no energy",
      "  stronger: energy x 2",
      "  mine: own x 0.123, balanced: true",
      "  other: other functions, same weights",
    ]);
  });
});
