import assert from "node:assert/strict";
import { gradesTable } from "../../../../kernel/course/grading/gradesTable.js";
import { ada, bob } from "./records.js";

describe("the table of grades", () => {
  it("has a row per submission, quoted, and runs nothing in a spreadsheet", () => {
    assert.deepEqual(gradesTable([ada, bob]).split("\r\n"), [
      "student,lesson,points,of,by hand,problem,restored cells,check-1,check-2,free",
      "ada,lesson-6,2.5,4,3,,check-1 changed,2,0.5,",
      `'=bob,lesson-6,0,4,3,"Cell 3 of 9 ended the kernel, with a comma",,0,0,`,
      "",
    ]);
  });
});
