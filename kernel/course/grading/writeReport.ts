import { readFile } from "node:fs/promises";
import { writeAtomically } from "../../files/writeAtomically.js";
import { htmlPage } from "../../notebook/html/htmlPage.js";
import { type LessonReport, reportColors, reportMain } from "./reportPage.js";

/** Writes the reports of lessons to a single HTML file that opens offline, in the look of exported notebooks. */
export async function writeReport(lessons: readonly LessonReport[], file: string): Promise<void> {
  const sheets = ["../../notebook/html/notebookPage.css", "./reportPage.css"];
  const styles = await Promise.all(sheets.map((name) => readFile(new URL(name, import.meta.url), "utf8")));
  const style = [...styles, reportColors()].join("\n");
  writeAtomically(file, htmlPage(reportMain(lessons), { title: "Which exercise failed whom", style }));
}
