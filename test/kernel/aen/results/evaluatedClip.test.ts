import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { examplePredictions } from "../../figures/examples.js";
import { evaluationOf } from "./evaluatedClips.js";

describe("an evaluated clip", () => {
  const [prediction] = examplePredictions(1);

  it("says its label, its name and the fused score of it", () => {
    const [clip] = evaluationOf([prediction], { beta: 1 }).evaluated;
    const best = Math.max(...prediction.clipLogProbabilities);
    assert.equal(clip.namedIndex, prediction.clipLogProbabilities.indexOf(best));
    assert.equal(clip.named, dfewLabels.emotions[clip.namedIndex]);
    const label = dfewLabels.emotions[prediction.label!];
    assert.equal(
      String(clip),
      `clip-0001: labelled ${label}, predicted ${clip.named} (score ${best.toFixed(2)})`,
    );
  });

  it("says that it is not labelled, and that it could not be named", () => {
    const broken = {
      ...prediction,
      label: null,
      clipLogProbabilities: prediction.clipLogProbabilities.map(() => NaN),
    };
    const [clip] = evaluationOf([broken]).evaluated;
    assert.deepEqual([clip.namedIndex, clip.named], [-1, "nothing"]);
    assert.equal(String(clip), "clip-0001: not labelled, its scores are not finite");
  });
});
