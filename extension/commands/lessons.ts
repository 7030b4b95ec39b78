import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Example } from "./examples.js";

/** Where the lessons of the course are, within the extension. */
const course = "notebooks/course";

/** The lessons of the course in their order, under the titles of their notebooks; none where no course is shipped. */
export async function lessons(extensionPath: string): Promise<Example[]> {
  const names = await readdir(path.join(extensionPath, course)).catch(() => [] as string[]);
  const notebooks = names.filter((name) => name.endsWith(".ipynb"));
  notebooks.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  return Promise.all(
    notebooks.map(async (name) => {
      const { title, about } = headOf(await readFile(path.join(extensionPath, course, name), "utf8"));
      const id = path.basename(name, ".ipynb");
      return { id, label: title ?? id, detail: about ?? "", files: [`${course}/${name}`] };
    }),
  );
}

/** The heading of a notebook's first cell, and the first line below it, without marks of emphasis and code. */
function headOf(text: string): { title?: string; about?: string } {
  try {
    const { cells } = JSON.parse(text) as { cells: { source: string | string[] }[] };
    const lines = [cells[0].source].flat().join("").split("\n");
    const [heading, ...rest] = lines.filter((line) => line.trim() !== "");
    return { title: heading.replace(/^#+\s*/, ""), about: rest[0]?.replaceAll(/\*+|`/g, "") };
  } catch {
    return {};
  }
}
