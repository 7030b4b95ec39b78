import assert from "node:assert/strict";
import { seedsText } from "../../../../kernel/aen/ablation/seedsText.js";

describe("what the seeds of a study vary", () => {
  const givenBottomUp = { weights: new Map(), hash: "0" };
  const cases = [
    [{ bottomUp: "frozen", givenBottomUp: null }, /vary start weights, pretraining/, /same.*: the clips\.$/],
    [{ bottomUp: "learns", givenBottomUp: null }, /vary start weights, pretraining/, /same.*: the clips\.$/],
    [
      { bottomUp: "frozen", givenBottomUp },
      /vary start weights, order/,
      /the clips, the bottom-up branch\.$/,
    ],
    [
      { bottomUp: "learns", givenBottomUp },
      /vary start weights, order/,
      /what the bottom-up branch starts from/,
    ],
  ] as const;
  for (const [plan, varied, shared] of cases) {
    const given = plan.givenBottomUp ? "a given" : "no given";
    it(`is said of ${given} bottom-up branch that is ${plan.bottomUp}`, () => {
      const [vary, same] = seedsText(plan);
      assert.match(vary, varied);
      assert.match(same, shared);
    });
  }

  it("fits below a picture, a line a sentence", () => {
    for (const [plan] of cases) for (const line of seedsText(plan)) assert.ok(line.length <= 80, line);
  });
});
