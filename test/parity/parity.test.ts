import assert from "node:assert/strict";
import { compareFixture } from "../../kernel/aen/parity/compareFixture.js";
import { isWithin, type Deviation } from "../../kernel/aen/parity/deviation.js";
import { parityTable, summarizeDeviations } from "../../kernel/aen/parity/parityReport.js";
import { readFixture } from "./fixtures.js";

function assertParity(deviations: readonly Deviation[]): void {
  const outside = deviations.filter((one) => !isWithin(one));
  const table = parityTable(summarizeDeviations(deviations));
  assert.deepEqual(outside, [], `${outside.length} records are outside their tolerance:\n${table}`);
}

describe("parity with the published code", () => {
  it("holds at small sizes, compiled: forward, losses, gradients, updates and fusion", async function () {
    this.timeout(300_000);
    const deviations = await compareFixture(readFixture("small"), { device: "cpu" });
    assert.ok(deviations.length > 700, `${deviations.length} comparisons`);
    assertParity(deviations);
  });

  it("holds at small sizes, eagerly in tfjs", async function () {
    this.timeout(600_000);
    assertParity(await compareFixture(readFixture("small"), { device: "tensorflow" }));
  });

  it("holds at published sizes, compiled", async function () {
    this.timeout(1_200_000);
    const deviations = await compareFixture(readFixture("full"), { device: "cpu" });
    assert.ok(deviations.length > 750, `${deviations.length} comparisons`);
    assertParity(deviations);
  });
});
