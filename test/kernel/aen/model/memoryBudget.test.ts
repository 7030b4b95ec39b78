import assert from "node:assert/strict";
import { MemoryBudget } from "../../../../kernel/aen/model/memoryBudget.js";

describe("the memory that a file's contents may take", () => {
  it("is 64 MiB, or eight times the file where that is more", () => {
    assert.equal(new MemoryBudget(1).most, 67_108_864);
    assert.equal(new MemoryBudget(8_388_608).most, 67_108_864);
    assert.equal(new MemoryBudget(100_000_000).most, 800_000_000);
  });

  it("is counted down, and what exceeds it is refused by name", () => {
    const budget = new MemoryBudget(1);
    budget.take(67_108_000, "A tensor");
    assert.equal(budget.left, 864);
    for (const bytes of [865, Infinity, NaN])
      assert.throws(
        () => budget.take(bytes, "The weight"),
        /^RangeError: The weight takes more memory .* \(64 MiB in all\)/,
      );
    budget.take(864, "A tensor");
    assert.equal(budget.left, 0);
  });
});
