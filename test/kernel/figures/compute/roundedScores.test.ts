import assert from "node:assert/strict";
import fc from "fast-check";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { clipPayload } from "../../../../kernel/figures/bundles/clipPayload.js";
import { roundedHeads } from "../../../../kernel/figures/compute/roundedScores.js";
import { clipScores } from "../../../../kernel/metrics/clipScores.js";
import { predictedSentiment, sentimentRules } from "../../../../kernel/metrics/sentiment.js";
import { predictedEmotion } from "../../../../kernel/metrics/fusion.js";
import { examplePredictions } from "../examples.js";

const { groups } = dfewLabels;
const beta = fc.double({ min: 0, max: 1, noNaN: true });
/** Scores that are often equal, or so close that four decimals cannot tell them apart. */
const score = fc
  .tuple(fc.integer({ min: -3, max: 0 }), fc.constantFrom(0, 1e-5, -4e-5, 1e-7, 5e-13), fc.boolean())
  .map(([whole, little, exact]) => (exact ? whole : Math.fround(whole + little)));
const broken = fc.constantFrom(NaN, -Infinity, Infinity);
const list = (each: fc.Arbitrary<number>, length = 7) =>
  fc.array(each, { minLength: length, maxLength: length });
const heads = fc.oneof(
  { weight: 8, arbitrary: fc.record({ clip: list(score), emotion: list(score), sentiment: list(score, 3) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      clip: list(fc.oneof({ weight: 9, arbitrary: score }, broken)),
      emotion: list(score),
      sentiment: list(fc.oneof({ weight: 9, arbitrary: score }, broken), 3),
    }),
  },
);

describe("scores that a view keeps", () => {
  it("name the emotion and, under every rule, the sentiment that the full scores name, at every beta of the slider and at its own", () => {
    fc.assert(
      fc.property(heads, beta, (full, own) => {
        const kept = JSON.parse(JSON.stringify(roundedHeads(full, own, groups))) as typeof full;
        for (const one of [own, ...Array.from({ length: 101 }, (_, step) => step / 100)]) {
          assert.equal(predictedEmotion(kept, one), predictedEmotion(full, one), `beta ${one}`);
          for (const rule of sentimentRules)
            assert.equal(
              predictedSentiment(kept, groups, one, rule),
              predictedSentiment(full, groups, one, rule),
              `${rule}, beta ${one}`,
            );
        }
      }),
      { numRuns: 500 },
    );
  });

  it("have four decimals where that is enough, as it nearly always is", () => {
    const predictions = examplePredictions(1000);
    const longer = predictions.filter((prediction) => {
      const { clip, emotion, sentiment } = clipPayload(prediction, { groups });
      return [...clip, ...emotion, ...sentiment].some((value) => String(value).length > "-12.3456".length);
    });
    assert.ok(longer.length < 50, `${longer.length} of 1000`);
    const [{ clip }] = predictions.map((prediction) => roundedHeads(clipScores(prediction), 0.3));
    assert.equal(clip.length, dfewLabels.emotions.length);
  });

  it("have more where two emotions are closer than that", () => {
    const full = { clip: [-1, -1.00001], emotion: [-1.00002, -1], sentiment: [0] };
    assert.equal(predictedEmotion(roundedHeads(full, 0.3), 0.3), predictedEmotion(full, 0.3));
    assert.notDeepEqual(roundedHeads(full, 0.3).clip, [-1, -1]);
  });
});
