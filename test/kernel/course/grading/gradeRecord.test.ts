import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import {
  fingerprintOf,
  isStillGraded,
  readRecord,
  totals,
  writeRecord,
} from "../../../../kernel/course/grading/gradeRecord.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { usualLimits } from "../../../../kernel/course/grading/limits.js";
import { ada, bob } from "./records.js";

describe("the record of a graded submission", () => {
  const folder = temporaryFolder();

  it("is read as it was written, and not at all where it is damaged", () => {
    const file = path.join(folder, "a", "l.json");
    assert.equal(readRecord(file), undefined);
    writeRecord(file, ada);
    assert.deepEqual(readRecord(file), ada);
    for (const damaged of ["", "null", "{}", '{"version":1,"cells":[']) {
      writeFileSync(file, damaged);
      assert.equal(readRecord(file), undefined);
    }
  });

  it("sums up points, and what a person is still to give", () => {
    assert.deepEqual(totals(ada), { points: 2.5, of: 4, byHand: 3 });
  });

  it("fits one submission and one lesson", () => {
    const [a, b, ab, none] = ["a", "b", "ab", ""].map((text) => Buffer.from(text));
    assert.equal(fingerprintOf(a, b), fingerprintOf(a, b));
    assert.equal(new Set([fingerprintOf(a, b), fingerprintOf(b, a), fingerprintOf(ab, none)]).size, 3);
  });

  it("holds for the same bytes; where a limit was met, under the same limits only", () => {
    const [same, more] = [usualLimits, { ...usualLimits, cellSeconds: 180 }];
    const holds = (record: typeof ada, fingerprint: string, limits: typeof same) =>
      isStillGraded(record, { fingerprint, limits });
    assert.deepEqual(
      [holds(ada, "f", same), holds(ada, "f", more), holds(ada, "g", same)],
      [true, true, false],
    );
    assert.ok(bob.problem);
    assert.deepEqual([holds(bob, "g", same), holds(bob, "g", more)], [true, false]);
    assert.equal(isStillGraded(undefined, { fingerprint: "f", limits: same }), false);
  });
});
