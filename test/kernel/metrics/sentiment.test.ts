import assert from "node:assert/strict";
import fc from "fast-check";
import { dfewLabels, LabelSet } from "../../../kernel/aen/labels.js";
import { fuse } from "../../../kernel/metrics/fusion.js";
import {
  groupSum,
  predictedSentiment,
  rulesWithBeta,
  sentimentRules,
  sentimentScores,
} from "../../../kernel/metrics/sentiment.js";

const { groups } = new LabelSet(["a", "b", "c"], { first: ["a", "c"], second: ["b"] });
const heads = { clip: [-1, -2, -4], emotion: [-3, -1, -2], sentiment: [-0.5, -0.25] };

const list = (length: number) =>
  fc.array(fc.double({ min: -9, max: 0, noNaN: true }), { minLength: length, maxLength: length });
const someHeads = fc.record({ clip: list(7), emotion: list(7), sentiment: list(3) });
const someBeta = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe("scores of sentiment groups", () => {
  it("are sums over the emotions of a group", () => {
    assert.deepEqual(groupSum([1, 2, 4], groups), [5, 2]);
  });

  it("are the sentiment head's own, whatever beta is", () => {
    assert.deepEqual(sentimentScores(heads, groups, 0.9, "head"), [-0.5, -0.25]);
  });

  it("are the clip head's sums, whatever beta is", () => {
    assert.deepEqual(sentimentScores(heads, groups, 0.1, "clip head"), [-5, -2]);
  });

  it("mix the clip head's sums with the sentiment head, as in the published sweep", () => {
    assert.deepEqual(sentimentScores(heads, groups, 0.5, "fused groups"), [
      0.5 * -5 + 0.5 * -0.5,
      0.5 * -2 + 0.5 * -0.25,
    ]);
  });

  it("add five times the sentiment head to a group's mean of the fused scores", () => {
    const [first, second] = sentimentScores(heads, groups, 0.5, "combined");
    assert.equal(first, (-2 + -3) / 2 + 5 * -0.5);
    assert.equal(second, -1.5 + 5 * -0.25);
  });

  it("are the sentiment head's at beta 0 of the sweep, and the clip head's at beta 1", () => {
    fc.assert(
      fc.property(someHeads, (given) => {
        const at = (beta: number) => sentimentScores(given, dfewLabels.groups, beta, "fused groups");
        assert.deepEqual(at(0), sentimentScores(given, dfewLabels.groups, 0.3, "head"));
        assert.deepEqual(at(1), sentimentScores(given, dfewLabels.groups, 0.3, "clip head"));
      }),
    );
  });
});

describe("the predicted sentiment", () => {
  it("is the group of the emotion with the highest fused score, where that is the rule", () => {
    fc.assert(
      fc.property(someHeads, someBeta, (given, beta) => {
        const fused = fuse(given, beta);
        const best = fused.indexOf(Math.max(...fused));
        const named = predictedSentiment(given, dfewLabels.groups, beta, "group of the emotion");
        assert.equal(named, dfewLabels.groupOf[best]);
      }),
    );
  });

  it("depends on beta under the rules that say so alone", () => {
    fc.assert(
      fc.property(someHeads, someBeta, (given, beta) => {
        for (const rule of sentimentRules.filter((one) => !rulesWithBeta.has(one)))
          assert.equal(
            predictedSentiment(given, dfewLabels.groups, beta, rule),
            predictedSentiment(given, dfewLabels.groups, 0.3, rule),
          );
      }),
    );
  });

  it("is none where a score in use is not finite", () => {
    const noHead = { ...heads, sentiment: [NaN, -1] };
    const noClip = { ...heads, clip: [null, -2, -4] };
    const named = (given: Parameters<typeof predictedSentiment>[0]) =>
      sentimentRules.map((rule) => predictedSentiment(given, groups, 0.3, rule));
    assert.deepEqual(named(noHead), [-1, 1, -1, -1, 1]);
    assert.deepEqual(named(noClip), [1, -1, -1, -1, -1]);
  });
});
