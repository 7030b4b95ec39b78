import assert from "node:assert/strict";
import fc from "fast-check";
import { figureNames } from "../../../../kernel/aen/ablation/ablationSummary.js";
import { scoreClass, scoreFigures } from "../../../../kernel/aen/ablation/armScores.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { classScores, confusionMatrix } from "../../../../kernel/metrics/confusionMatrix.js";
import { scoresOf } from "../../../../kernel/metrics/scores.js";

const emotion = fc.integer({ min: 0, max: 6 });
const clips = fc.array(fc.record({ truth: emotion, named: emotion, felt: fc.integer({ min: 0, max: 2 }) }), {
  minLength: 1,
  maxLength: 80,
});

function near(found: number | undefined, wanted: number | null): void {
  if (wanted === null) assert.equal(found, undefined);
  else assert.ok(Math.abs(found! - wanted) < 1e-12, `${found}, ${wanted}`);
}

describe("the figures of an arm's run", () => {
  it("are those that its evaluation has", () => {
    fc.assert(
      fc.property(clips, (list) => {
        const [truths, named] = [list.map((one) => one.truth), list.map((one) => one.named)];
        const sentiments = list.map((one) => one.felt);
        const matrix = confusionMatrix(truths, named, 7);
        const groups = truths.map((truth) => dfewLabels.groupOf[truth]);
        const sentiment = { matrix: confusionMatrix(groups, sentiments, 3) };
        const wanted = scoresOf({ matrix, sentiment }, dfewLabels);
        const found = scoreFigures({ emotions: named, sentiments }, truths, dfewLabels);
        for (const name of figureNames) near(found[name].value, wanted[name]);
        classScores(matrix).forEach(({ recall }, one) => near(scoreClass(named, truths, one)?.value, recall));
      }),
    );
  });
});
