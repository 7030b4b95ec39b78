import assert from "node:assert/strict";
import { afterSecondTry, filesToTryAgain } from "./secondTry.js";

const failure = (file: string, name: string) => ({ file, name });
const three = [failure("a.test.ts", "one"), failure("a.test.ts", "two"), failure("b.test.ts", "one")];

describe("a second try", () => {
  it("is for each file with failures, once", () => {
    assert.deepEqual(filesToTryAgain(3, three), ["a.test.ts", "b.test.ts"]);
  });

  it("is not for failures without a name, nor for many", () => {
    assert.deepEqual(filesToTryAgain(4, three), []);
    const many = Array.from({ length: 11 }, (_, index) => failure("a.test.ts", `${index}`));
    assert.deepEqual(filesToTryAgain(11, many), []);
  });

  it("turns into passes what fails no more, and names it", () => {
    const { change, passed } = afterSecondTry(three, { failures: [three[1]], failed: 1 });
    assert.deepEqual(change, { passed: 2, failed: -2, skipped: 0 });
    assert.deepEqual(passed, ["a.test.ts: one", "b.test.ts: one"]);
  });

  it("forgives nothing where it died or where others fail", () => {
    assert.equal(afterSecondTry([three[0]], { failures: [], failed: 1 }).change.failed, -0);
    const other = failure("a.test.ts", "three");
    assert.equal(afterSecondTry(three, { failures: [other, three[0]], failed: 2 }).change.failed, -1);
  });
});
