import { readFile } from "node:fs/promises";
import path from "node:path";
import { writeAtomically } from "../../files/writeAtomically.js";
import type { Notebook } from "../notebookFile.js";
import { notebookPage } from "./notebookPage.js";
import { pageScripts } from "./pageScripts.js";
import { shownText } from "./shownText.js";
import { slidesPage } from "./slidesPage.js";
import type { Language } from "../../words/language.js";
import { spokenWith } from "../../words/words.js";
import { type PageLanguage, pageTexts } from "./pageTexts.js";

/** Writes a notebook to a single HTML file that opens offline. The title is the first heading or the file name. */
export async function exportHtml(notebook: Notebook, file: string, language: Language = "en"): Promise<void> {
  const [style, scripts] = [await styleSheet("notebookPage"), await pageScripts(notebook)];
  const speech = await pageTexts(language);
  const options = { title: titleOf(notebook, file), style, scripts, speech };
  writeAtomically(
    file,
    inLanguage(speech, () => notebookPage(notebook, options)),
  );
}

/** Writes a notebook as slides to a single HTML file that opens offline, titled as by {@link exportHtml}. */
export async function exportSlides(
  notebook: Notebook,
  file: string,
  language: Language = "en",
): Promise<void> {
  const style = `${await styleSheet("notebookPage")}\n${await styleSheet("slidesPage")}`;
  const scripts = await pageScripts(notebook, "slides");
  const speech = await pageTexts(language);
  const options = { title: titleOf(notebook, file), style, scripts, speech };
  writeAtomically(
    file,
    inLanguage(speech, () => slidesPage(notebook, options)),
  );
}

function inLanguage(speech: PageLanguage, write: () => string): string {
  return spokenWith(speech.language, speech.texts, write);
}

function styleSheet(name: string): Promise<string> {
  return readFile(new URL(`./${name}.css`, import.meta.url), "utf8");
}

function titleOf(notebook: Notebook, file: string): string {
  const headings = notebook.cells
    .filter((cell) => cell.cell_type === "markdown")
    .map((cell) => /^#\s+(.+)$/m.exec(shownText(cell.source))?.[1]);
  return headings.find((heading) => heading !== undefined) ?? path.basename(file, path.extname(file));
}
