import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { DataError } from "../../files/dataError.js";
import { packageRoot } from "../../files/packageRoot.js";
import { makeFolder, writeAtomically } from "../../files/writeAtomically.js";

/**
 * Copies the lessons that come with this package into a new course, with nbgrader's configuration, the project and the pages
 * for lecturers and students.
 *
 * @param folder new or empty
 * @returns the lessons' names
 * @throws DataError where the folder holds something
 */
export function copyCourse(folder: string): string[] {
  const from = path.join(packageRoot, "notebooks", "course");
  makeFolder(folder);
  if (readdirSync(folder).length > 0)
    throw new DataError("this folder is not empty. Choose a new one: nothing is written over.", {
      file: folder,
    });
  const lessons = readdirSync(from)
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => path.basename(name, ".ipynb"))
    .sort();
  const copy = (name: string, to: string) =>
    writeAtomically(path.join(folder, to), readFileSync(path.join(from, name)));
  for (const lesson of lessons) copy(`${lesson}.ipynb`, path.join("source", lesson, `${lesson}.ipynb`));
  for (const name of ["README.md", "STUDENTS.md", "project.md", "nbgrader_config.py"]) copy(name, name);
  return lessons;
}
