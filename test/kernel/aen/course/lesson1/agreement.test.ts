import assert from "node:assert/strict";
import "../../../../../kernel/engine/tensorflow.js";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import {
  cohensKappa,
  fleissKappa,
  majorityLabel,
} from "../../../../../kernel/aen/course/lesson1/agreement.js";
import { fromPython, needsPython } from "../../ablation/statistics/peer.js";

const bySklearn = `
import json, sys
from sklearn.metrics import cohen_kappa_score
print(json.dumps(cohen_kappa_score(*json.load(sys.stdin))))
`;
const byStatsmodels = `
import json, sys
from statsmodels.stats.inter_rater import fleiss_kappa
print(json.dumps(fleiss_kappa(json.load(sys.stdin)[0])))
`;

describe("lesson 1 asks for what other libraries compute", function () {
  this.timeout(120_000);

  it("Cohen's kappa is scikit-learn's, hidden cases too", async function () {
    needsPython(this, "sklearn");
    const answer = (...ratings: number[][]) => fromPython<number>(bySklearn, ratings);
    assert.equal((await checkAnswer(cohensKappa, answer, { hidden: true })).points, 3);
  });

  it("Fleiss' kappa is statsmodels', hidden cases too", async function () {
    needsPython(this, "statsmodels");
    const answer = (counts: number[][]) => fromPython<number>(byStatsmodels, [counts]);
    assert.equal((await checkAnswer(fleissKappa, answer, { hidden: true })).points, 4);
  });

  it("a label with exactly half of the votes is no majority, which costs half of the points", async () => {
    const half = (votes: number[]) => votes.findIndex((count) => 2 * count >= votes.reduce((a, b) => a + b));
    const { points, parts } = await checkAnswer(majorityLabel, half);
    assert.equal(points, 1);
    assert.deepEqual(
      parts.map(({ state }) => state),
      ["right", "wrong"],
    );
  });
});
