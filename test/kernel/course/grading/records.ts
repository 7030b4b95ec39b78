import type { GradeRecord } from "../../../../kernel/course/grading/gradeRecord.js";

/** Half right, with a free answer and a restored check. */
export const ada: GradeRecord = {
  ...{ version: 1, student: "ada", lesson: "lesson-6", fingerprint: "f" },
  cells: [
    { gradeId: "check-1", points: 2, maxPoints: 2 },
    { gradeId: "check-2", points: 0.5, maxPoints: 2, message: "Look at | <b>axes</b>" },
    { gradeId: "free", points: null, maxPoints: 3 },
  ],
  changes: [{ gradeId: "check-1", change: "changed" }],
};

/** Ended its kernel. */
export const bob: GradeRecord = {
  ...{ version: 1, student: "=bob", lesson: "lesson-6", fingerprint: "g", changes: [] },
  cells: [
    { gradeId: "check-1", points: 0, maxPoints: 2, message: "This cell did not run." },
    { gradeId: "check-2", points: 0, maxPoints: 2, message: "This cell did not run." },
    { gradeId: "free", points: null, maxPoints: 3 },
  ],
  problem: "Cell 3 of 9 ended the kernel, with a comma",
};
