import assert from "node:assert/strict";
import {
  pointPayload,
  type ShownWhatIf,
  whatIfBundleOf,
} from "../../../../kernel/aen/ablation/whatIfBundle.js";
import type { WhatIfPayload } from "../../../../kernel/contracts/payloads/whatIf.js";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";
import { settingsCode } from "../../../../kernel/figures/compute/whatIfSettings.js";
import { examplePredictions } from "../../figures/examples.js";
import { patternClips } from "../training/patternClips.js";

const point = (sentiment: number, mine: number, seed: number) => ({
  ...{ weights: { 'my "own"': mine, sentiment }, predictions: examplePredictions(20, seed), seconds: 1.239 },
});
const whatIf: ShownWhatIf = {
  ...{ id: "what-if-1", clips: patternClips(1), beta: 0.5 },
  points: [point(0.6, 0, 1), point(2, 0.25, 2)],
  terms: [
    { name: "sentiment", weight: 0.6 },
    { name: 'my "own"', weight: 0 },
  ],
  toString: () => "What if? Computed settings: ...",
};
const payloadOf = async (of: ShownWhatIf) =>
  (await whatIfBundleOf(of))[viewMimeTypes["what-if"]] as WhatIfPayload;

describe("the sliders of a what-if", () => {
  it("go from 0 to three times the run's weight, but at least to 1, in round steps that meet the weight", async () => {
    const terms = [0.6, 0, 0.2, 7].map((weight, i) => ({ name: `term ${i}`, weight }));
    const weights = Object.fromEntries(terms.map(({ name, weight }) => [name, weight]));
    const { terms: sliders } = await payloadOf({
      ...whatIf,
      terms,
      points: [{ ...whatIf.points[0], weights }],
    });
    assert.deepEqual(
      sliders.map(({ lowest, highest }) => [lowest, highest]),
      [
        [0, 1.8],
        [0, 1],
        [0, 1],
        [0, 21],
      ],
    );
    assert.deepEqual(
      sliders.map(({ step }) => step),
      [0.1, 0.05, 0.05, 1],
    );
  });

  it("hold every point that was computed, weights in the order of the terms", async () => {
    const payload = await payloadOf(whatIf);
    assert.deepEqual(
      payload.points.map(({ weights }) => weights),
      [
        [0.6, 0],
        [2, 0.25],
      ],
    );
    assert.deepEqual([payload.study, payload.beta], ["what-if-1", 0.5]);
    assert.deepEqual(pointPayload(whatIf, whatIf.points[1]), payload.points[1]);
    assert.equal(payload.points[1].seconds, 1.24);
  });

  it("become code that trains with their weights, whatever the terms are called", async () => {
    const code = settingsCode(await payloadOf(whatIf), [1.5, 0.2], 0.4);
    assert.match(code, /^const weights = \{\n {2}"sentiment": 1\.5,\n {2}"my \\"own\\"": 0\.2,\n\};\n/);
    assert.match(code, /aen\.withWeights\(run\.plan\.loss, weights\)/);
    assert.match(code, /evaluate\(test, \{ beta: 0\.4 \}\)$/);
  });

  it("are in a terminal the table of what was computed", async () => {
    const bundle = await whatIfBundleOf(whatIf);
    assert.equal(bundle["text/plain"], "What if? Computed settings: ...");
    assert.match(String(bundle["image/svg+xml"]), /^<svg /);
  });
});
