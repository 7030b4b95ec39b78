import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import type { WhatIfPayload } from "../../../../kernel/contracts/payloads/whatIf.js";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";
import { whatIfView } from "../../../../kernel/figures/bundles/whatIf.js";
import { examplePredictions } from "../examples.js";

describe("whatIfView", () => {
  const terms = [{ name: "energy", lowest: 0, highest: 2, step: 0.1 }];
  const results = [0.3, 2].map((weight, i) => ({
    ...{ weights: [weight], predictions: examplePredictions(40, i), seconds: 1.23456 },
  }));

  it("keeps every computed setting, and its still picture shows the first", async () => {
    const bundle = await whatIfView({ study: "s", labels: dfewLabels, terms, results, beta: 0.5 });
    assert.deepEqual(Object.keys(bundle), [viewMimeTypes["what-if"], "image/svg+xml", "text/plain"]);
    const payload = bundle[viewMimeTypes["what-if"]] as WhatIfPayload;
    assert.deepEqual(
      payload.points.map(({ weights, seconds, clips }) => [weights, seconds, clips.length]),
      [
        [[0.3], 1.23, 40],
        [[2], 1.23, 40],
      ],
    );
    assert.equal(payload.beta, 0.5);
    const text = bundle["text/plain"] as string;
    assert.match(text, /^At energy 0\.3\n.*Emotions: UAR .*beta 0\.50\..*2 settings were computed/s);
  });
});
