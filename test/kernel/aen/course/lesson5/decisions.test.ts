import assert from "node:assert/strict";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { errorShares, fusedEmotions } from "../../../../../kernel/aen/course/lesson5/decisions.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { confusionMatrix } from "../../../../../kernel/metrics/confusionMatrix.js";
import { predictedEmotions } from "../../../../../kernel/metrics/fusion.js";

describe("lesson 5 asks for AEN's own decisions", () => {
  it("its fused decision is the one that evaluations score", async () => {
    const answer = (clip: number[][], emotion: number[][], beta: number) => {
      const heads = clip.map((row, at) => ({ clip: row, emotion: emotion[at] }));
      return predictedEmotions(heads, beta);
    };
    assert.equal((await checkAnswer(fusedEmotions, answer, { hidden: true })).points, 2);
  });

  it("its errors within and across groups are those off the diagonal of a confusion matrix", async () => {
    const answer = (truth: number[], predicted: number[], groupOf: number[]) => {
      const matrix = confusionMatrix(truth, predicted, groupOf.length);
      const cells = matrix.flatMap((row, i) =>
        row.map((count, j) => ({ count, wrong: i !== j, same: groupOf[i] === groupOf[j] })),
      );
      return [true, false].map(
        (same) =>
          cells.reduce((sum, cell) => sum + (cell.wrong && cell.same === same ? cell.count : 0), 0) /
          truth.length,
      );
    };
    assert.equal((await checkAnswer(errorShares, answer, { hidden: true })).points, 2);
  });

  it("a third of errors lies within the groups of DFEW by chance", () => {
    const { groups } = dfewLabels;
    const shares = groups.flatMap(({ emotions }) => emotions.map(() => (emotions.length - 1) / 6));
    assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) / 7 - 1 / 3) < 1e-12);
  });
});
