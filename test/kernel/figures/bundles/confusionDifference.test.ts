import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import type { ConfusionDifferencePayload } from "../../../../kernel/contracts/payloads/confusionDifference.js";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";
import { confusionDifferenceView } from "../../../../kernel/figures/bundles/confusionDifference.js";
import { differenceLines } from "../../../../kernel/figures/compute/difference.js";
import { examplePredictions } from "../examples.js";

describe("confusionDifferenceView", () => {
  const [base, run] = [1, 2].map((seed) => ({
    name: `run ${seed}`,
    predictions: examplePredictions(120, seed),
  }));

  it("says in the SVG and in text what the view computes from the payload, uncut", async () => {
    const bundle = await confusionDifferenceView({ base, run, labels: dfewLabels, beta: 0.6 });
    const payload = bundle[viewMimeTypes["confusion-difference"]] as ConfusionDifferencePayload;
    const lines = differenceLines(JSON.parse(JSON.stringify(payload)) as ConfusionDifferencePayload);
    assert.equal(lines.length, 4);
    for (const line of lines) {
      assert.ok((bundle["image/svg+xml"] as string).includes(`>${line}</text>`), line);
      assert.ok((bundle["text/plain"] as string).includes(line), line);
    }
    assert.match(bundle["text/plain"] as string, /^run 2 minus run 1\n/);
  });
});
