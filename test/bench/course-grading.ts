import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import path from "node:path";
import { inTemporaryFolder } from "./studies/inTemporaryFolder.js";
import { killedAen, measuredAen } from "./studies/measuredAen.js";

/** Submissions of lesson 6; `STUDENTS=5` for fewer. */
const students = Number(process.env["STUDENTS"] ?? 60);

/**
 * What grading submissions of lesson 6 takes: it is killed with SIGKILL after a third of them and goes on with the same
 * command. One JSON line: seconds for each submission, the most memory of all processes together, and how many submissions
 * the second call took over without running them again.
 */
export async function bench(): Promise<void> {
  execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
  await inTemporaryFolder(async (folder) => {
    const course = path.join(folder, "course");
    const lesson = path.join(course, "source", "lesson-6", "lesson-6.ipynb");
    await measuredAen("course", "new", course);
    for (let i = 0; i < students; i++)
      cpSync(lesson, path.join(course, "submitted", `student-${i}`, "lesson-6", "lesson-6.ipynb"));
    const grade = ["course", "grade", course, "--out", path.join(folder, "grades.csv")];
    const third = Math.ceil(students / 3);
    const first = await killedAen((told) => gradedIn(told) >= third, ...grade);
    const second = await measuredAen(...grade);
    const seconds = (first.seconds + second.seconds) / students;
    const memory = Math.max(first.memory, second.memory);
    const kept = second.told.match(/\(graded before\)/g)?.length ?? 0;
    console.log(
      JSON.stringify({
        ...{ bench: "course-grading", students, secondsEach: Number(seconds.toFixed(1)) },
        ...{ mebibytes: Math.round(memory / 2 ** 20), gradedBeforeKill: gradedIn(first.told), kept },
      }),
    );
  });
}

function gradedIn(told: string): number {
  return told.match(/^student-\d+, lesson-6: /gm)?.length ?? 0;
}
