import assert from "node:assert/strict";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { Evaluation } from "../../../../kernel/aen/results/evaluation.js";
import { examplePredictions } from "../../figures/examples.js";
import { greyClip } from "./evaluatedClips.js";

/** Clips from `first` on, two of each person. */
function evaluationFrom(first: number, count: number, people = first): Evaluation {
  const predictions = examplePredictions(count, 3).map((one, i) => ({ ...one, clip: `clip ${first + i}` }));
  const clips = predictions.map((one, i) => ({
    ...greyClip(one),
    identity: `person ${Math.floor((people + i) / 2)}`,
  }));
  return new Evaluation(new ClipSet(clips, dfewLabels), predictions);
}

describe("a fitted temperature", () => {
  const fitted = evaluationFrom(0, 40).fitTemperature();

  it("knows how many clips and people another evaluation shares with those it was fitted on", () => {
    assert.deepEqual(fitted.sharedWith(evaluationFrom(0, 40)), { clips: 40, people: 20 });
    assert.deepEqual(fitted.sharedWith(evaluationFrom(30, 40)), { clips: 10, people: 5 });
    assert.deepEqual(fitted.sharedWith(evaluationFrom(40, 40)), { clips: 0, people: 0 });
    assert.deepEqual(fitted.sharedWith(evaluationFrom(40, 40, 0)), { clips: 0, people: 20 });
  });

  it("is displayed with the clips that it was fitted on", () => {
    assert.match(String(fitted), /^Temperature [\d.]+\nTemperature fitted on 40 clips: their NLL /);
    assert.deepEqual(fitted[displayMethod](), { "text/plain": String(fitted) });
  });
});
