import assert from "node:assert/strict";
import fc from "fast-check";
import { lowerings } from "../../../../kernel/engine/lowering/table.js";
import { sameAsEager } from "../oracle.js";
import { draw, programs } from "./kernelPrograms.js";

/** Calls of lowerings while a program is compiled. */
async function reached(run: () => Promise<void>): Promise<Set<string>> {
  const seen = new Set<string>();
  const table = lowerings as Record<string, (typeof lowerings)[string]>;
  const own = { ...table };
  for (const name of Object.keys(own)) {
    table[name] = (...call) => (seen.add(name), own[name](...call));
  }
  try {
    await run();
  } finally {
    Object.assign(table, own);
  }
  return seen;
}

describe("every kernel that compiles equals the eager one in random programs", function () {
  this.timeout(20_000);

  it("and none is left out", () => {
    assert.deepEqual(Object.keys(programs).sort(), Object.keys(lowerings).sort());
  });

  for (const [kernel, make] of Object.entries(programs)) {
    it(`and so does ${kernel}`, async () => {
      const seen = await reached(() =>
        fc.assert(
          fc.asyncProperty(draw, (drawn) => sameAsEager(...make(drawn))),
          { numRuns: 5 },
        ),
      );
      assert.ok(seen.has(kernel), `reached ${[...seen].join(", ")}`);
    });
  }
});
