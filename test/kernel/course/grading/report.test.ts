import assert from "node:assert/strict";
import { exerciseReports, reportText } from "../../../../kernel/course/grading/report.js";
import { ada, bob } from "./records.js";

describe("the report of a lesson", () => {
  it("tells for each exercise who passed and whom it failed", () => {
    assert.deepEqual(exerciseReports([ada, bob]), [
      { gradeId: "check-1", maxPoints: 2, mean: 1, passed: 1, partly: 0, failed: ["=bob"] },
      { gradeId: "check-2", maxPoints: 2, mean: 0.25, passed: 0, partly: 1, failed: ["=bob"] },
    ]);
  });

  it("is text that names what did not run", () => {
    const text = reportText("lesson-6", [ada, bob]);
    assert.match(
      text,
      /^lesson-6: 2 submissions, mean 1\.25 of 4 points\n {2}check-1: mean 1\.00 of 2; 1 passed/,
    );
    assert.match(text, /Did not run to the end:\n {2}=bob: Cell 3 of 9/);
  });
});
