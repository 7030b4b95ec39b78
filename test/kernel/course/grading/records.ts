import type { GradeRecord } from "../../../../kernel/course/grading/gradeRecord.js";
import { usualLimits } from "../../../../kernel/course/grading/limits.js";
import type { LessonReport } from "../../../../kernel/course/grading/reportPage.js";

/** Half right, with a free answer and a restored check. */
export const ada: GradeRecord = {
  ...{ version: 1, student: "ada", lesson: "lesson-6", fingerprint: "f", limits: usualLimits },
  cells: [
    { gradeId: "check-1", points: 2, maxPoints: 2 },
    { gradeId: "check-2", points: 0.5, maxPoints: 2, message: "Look at | <b>axes</b>" },
    { gradeId: "free", points: null, maxPoints: 3 },
  ],
  changes: [{ gradeId: "check-1", change: "changed" }],
};

/** Ended its kernel. */
export const bob: GradeRecord = {
  ...{ version: 1, student: "=bob", lesson: "lesson-6", fingerprint: "g", limits: usualLimits },
  changes: [],
  cells: [
    { gradeId: "check-1", points: 0, maxPoints: 2, message: "This cell did not run." },
    { gradeId: "check-2", points: 0, maxPoints: 2, message: "This cell did not run." },
    { gradeId: "free", points: null, maxPoints: 3 },
  ],
  problem: "Cell 3 of 9 ended the kernel, with a comma",
};

/** Ten exercises of sixty students: later exercises are harder, later students better. */
export function lessonOfSixty(): LessonReport {
  const exercises = Array.from({ length: 10 }, (_, i) => `6.${i + 1}`);
  const records = Array.from({ length: 60 }, (_, student) => ({
    ...{ ...ada, student: `student-${String(student).padStart(2, "0")}`, changes: [] },
    cells: exercises.map((gradeId, place) => {
      const points = Math.max(0, Math.min(4, Math.floor((student * 7 + 40 - place * 11) / 40)));
      const message = `Look at axis ${student % 3} of the tensor: the softmax runs over frames.`;
      return { gradeId, points, maxPoints: 4, ...(points < 4 ? { message } : {}) };
    }),
  }));
  return { lesson: "lesson-6", records, numbers: new Map() };
}
