import assert from "node:assert/strict";
import { closingLine, countOf, failuresOf } from "./count.js";

describe("the count of a test run", () => {
  it("is that of its last closing line", () => {
    assert.deepEqual(countOf("1 passed, 0 failed\n  said by a test\n12 passed, 3 failed\n"), {
      passed: 12,
      failed: 3,
      skipped: 0,
    });
    assert.deepEqual(countOf("7 passed, 0 failed, 2 skipped\n")?.skipped, 2);
  });

  it("is missing where the run has ended before it", () => {
    assert.equal(countOf("  ✔ works\n3 passed, 0 fai"), undefined);
  });

  it("is added up in one line", () => {
    const counts = [
      { passed: 10, failed: 1, skipped: 0 },
      { passed: 5, failed: 2, skipped: 0 },
    ];
    assert.equal(closingLine(counts), "15 passed, 3 failed");
    assert.equal(
      closingLine([...counts, { passed: 0, failed: 0, skipped: 4 }]),
      "15 passed, 3 failed, 4 skipped",
    );
  });
});

describe("the failures of a test run", () => {
  it("are those that its last lines name", () => {
    const output =
      "failed: said by a test.ts: x\n  ✔ works\nfailed: test/a.test.ts: a thing: breaks\n1 passed, 1 failed\n";
    assert.deepEqual(failuresOf(output), [{ file: "test/a.test.ts", name: "a thing: breaks" }]);
  });

  it("are none where all passed or the run has ended before its count", () => {
    assert.deepEqual(failuresOf("works\n1 passed, 0 failed\n"), []);
    assert.deepEqual(failuresOf("failed: test/a.test.ts: breaks\n"), []);
  });
});
