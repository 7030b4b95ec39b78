import { readdirSync } from "node:fs";
import path from "node:path";
import { DataError } from "../files/dataError.js";

/** One notebook that a student has handed in. */
export interface Submission {
  readonly student: string;
  readonly lesson: string;
  readonly file: string;
}

/** The folders of a course; nbgrader uses the same. */
export function courseFolder(folder: string) {
  const notebook = (part: string, lesson: string) => path.join(folder, part, lesson, `${lesson}.ipynb`);
  return {
    folder,
    source: (lesson: string) => notebook("source", lesson),
    released: (lesson: string) => notebook("release", lesson),
    submitted: path.join(folder, "submitted"),
    record: ({ student, lesson }: Submission) => path.join(folder, "graded", student, `${lesson}.json`),
    records: path.join(folder, "graded"),
    feedback: ({ student, lesson }: Submission) =>
      path.join(folder, "feedback", student, lesson, `${lesson}.html`),
    config: path.join(folder, "nbgrader_config.py"),
  };
}

/** The lessons of a course, by name. @throws DataError where the folder is no course */
export function lessonsOf(folder: string): string[] {
  const found = namesIn(path.join(folder, "source"));
  if (found.length > 0) return found;
  throw new DataError(
    `this is no course: it has no lessons in source/. Make one with: aen course new ${folder}`,
    {
      file: folder,
    },
  );
}

/**
 * What students have handed in: submitted/STUDENT/LESSON/LESSON.ipynb.
 *
 * @param lesson this one alone
 */
export function submissionsOf(folder: string, lesson?: string): Submission[] {
  const { submitted } = courseFolder(folder);
  const lessons = lesson === undefined ? lessonsOf(folder) : [lesson];
  return namesIn(submitted).flatMap((student) =>
    namesIn(path.join(submitted, student))
      .filter((name) => lessons.includes(name))
      .map((name) => ({ student, lesson: name, file: path.join(submitted, student, name, `${name}.ipynb`) })),
  );
}

/** The folders in a folder, sorted; none where it is not there. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
