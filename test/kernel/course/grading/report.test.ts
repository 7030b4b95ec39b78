import assert from "node:assert/strict";
import { exerciseReports, hardestFirst, reportText } from "../../../../kernel/course/grading/report.js";
import type { GradeRecord } from "../../../../kernel/course/grading/gradeRecord.js";
import { ada, bob } from "./records.js";

describe("the report of a lesson", () => {
  it("tells for each exercise who passed and whom it failed", () => {
    const reports = exerciseReports([ada, bob]).map(({ points, hint: _, ...rest }) => [rest, [...points]]);
    assert.deepEqual(reports, [
      [
        { gradeId: "check-1", maxPoints: 2, mean: 1, passed: 1, partly: 0, failed: ["=bob"] },
        [
          ["ada", 2],
          ["=bob", 0],
        ],
      ],
      [
        { gradeId: "check-2", maxPoints: 2, mean: 0.25, passed: 0, partly: 1, failed: ["=bob"] },
        [
          ["ada", 0.5],
          ["=bob", 0],
        ],
      ],
    ]);
  });

  it("tells what students without all points were told most often", () => {
    const told = (student: string, points: number, message?: string): GradeRecord => ({
      ...{ ...ada, student },
      cells: [{ gradeId: "check-1", points, maxPoints: 2, message }],
    });
    const records = [
      told("a", 0, "one"),
      told("b", 1, "two"),
      told("c", 0, "two"),
      told("d", 2, "one"),
      told("e", 2),
    ];
    assert.deepEqual(exerciseReports(records)[0].hint, { text: "two", times: 2 });
    assert.equal(exerciseReports([told("a", 2)])[0].hint, undefined);
  });

  it("puts the exercise first of whose points students have the smallest share", () => {
    const reports = exerciseReports([ada, bob]);
    const large = { ...reports[0], gradeId: "large", maxPoints: 10 };
    const none = { ...reports[0], gradeId: "none", mean: 0, maxPoints: 0 };
    const order = hardestFirst([none, ...reports, large]).map(({ gradeId }) => gradeId);
    assert.deepEqual(order, ["large", "check-2", "check-1", "none"]);
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
