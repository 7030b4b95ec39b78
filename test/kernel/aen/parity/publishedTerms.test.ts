import assert from "node:assert/strict";
import { lossTerms } from "../../../../kernel/aen/losses/lossTerms.js";
import { publishedTermValues } from "../../../../kernel/aen/parity/publishedTerms.js";

describe("our terms under the published names", () => {
  const terms = lossTerms();
  /** Term number i is worth i + 1. */
  const outputs = new Map(
    terms.map(({ name }, i) => [
      `term/${name}`,
      { data: Float32Array.of(i + 1), shape: [], dtype: "float32" } as const,
    ]),
  );
  const values = publishedTermValues(outputs, terms);

  it("are the reference's sums of them", () => {
    assert.equal(values["sentimentLoss.level"], 1);
    assert.ok(Math.abs(values.sentimentLoss - (0.7 * 1 + 0.3 * 2)) < 1e-12);
    assert.ok(Math.abs(values.ekmanLoss - (0.7 * 3 + 0.3 * 4)) < 1e-12);
    assert.equal(values.semanticTransferLoss, 3 * (5 + 6 + 7));
    assert.deepEqual([values.energyLoss1, values.energyLoss2], [8, 9]);
  });

  it("have a total that is the published weighting of those sums: SPEC.md, section 3", () => {
    const { sentimentLoss, ekmanLoss, semanticTransferLoss, energyLoss1, energyLoss2, total } = values;
    const published =
      0.6 * sentimentLoss +
      1.4 * ekmanLoss +
      0.4 * semanticTransferLoss +
      0.7 * energyLoss1 +
      0.3 * energyLoss2;
    assert.ok(Math.abs(total - published) < 1e-9, `${total}, not ${published}`);
  });

  it("are NaN where one is missing, so that it is not taken for zero", () => {
    const { "ekmanLoss.level": level, ekmanLoss, total } = publishedTermValues(new Map(), terms);
    for (const value of [level, ekmanLoss, total]) assert.ok(Number.isNaN(value));
  });
});
