import assert from "node:assert/strict";
import { lossTerms, publishedLoss, recommendedLoss } from "../../../../kernel/aen/losses/lossTerms.js";

describe("the options of the loss terms", () => {
  it("are accepted as published, as recommended, one at a time and not at all", () => {
    for (const options of [publishedLoss, recommendedLoss, { energyPooling: "mean" }, {}] as const)
      assert.equal(lossTerms(options).length, lossTerms().length);
    assert.equal(lossTerms({ frameScore: undefined }).length, lossTerms().length);
  });

  const refused: readonly [object, RegExp][] = [
    [{ clipGroupScore: "banana" }, /"clipGroupScore" must be "mean" or "sum" or "log of sum", got "banana"/],
    [{ clipgroupScore: "sum" }, /no option "clipgroupScore"; it has clipGroupScore, frameScore/],
    [{ transferLevels: [0, 4] }, /"transferLevels" must be a list of semantic levels.*got \[0,4\]/],
    [{ transferLevels: [1, 1] }, /each once/],
    [{ transferLevels: 2 }, /must be a list/],
    [{ sentimentEnergyWeight: -1 }, /"sentimentEnergyWeight" must be a finite number, 0 or more, got -1/],
    [{ sentimentEnergyWeight: Number.NaN }, /must be a finite number/],
    [{ energyPooling: null }, /"energyPooling" must be "sum" or "mean", got null/],
    [{ constructor: 1 }, /no option "constructor"/],
  ];
  for (const [options, message] of refused)
    it(`refuse ${JSON.stringify(options)} and say what they take`, () => {
      assert.throws(() => lossTerms(options), { name: "RangeError", message });
    });
});
