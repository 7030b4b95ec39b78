import { type Command, Option } from "commander";
import { type Language, languages } from "../words/language.js";
import { tellingErrors } from "./userErrors.js";

interface Options {
  readonly html?: string;
  /** True without a file name. */
  readonly slides?: string | true;
  readonly language: Language;
}

/** `aen export NOTEBOOK`: exports a notebook, without running it, to a single HTML file: a page, or slides. */
export function register(program: Command): void {
  program
    .command("export")
    .description("export a notebook, without running it, as one HTML file that opens offline")
    .argument("<notebook>", "an .ipynb file")
    .option("--html <file>", "where to write it (default: beside the notebook)")
    .option("--slides [file]", "slides instead, by the cells' slide types or, without any, by headings")
    .addOption(
      new Option("--language <language>", "of the views and of the page's own texts")
        .choices([...languages])
        .default("en"),
    )
    .action((notebook: string, options: Options) => tellingErrors(() => exportNotebook(notebook, options)));
}

async function exportNotebook(file: string, { html, slides, language }: Options): Promise<void> {
  const { readNotebook } = await import("../notebook/notebookFile.js");
  const { exportHtml, exportSlides } = await import("../notebook/html/exportHtml.js");
  const notebook = await readNotebook(file);
  const name = file.replace(/\.ipynb$/, "");
  const written: string[] = [];
  if (slides !== undefined) {
    const target = slides === true ? `${name}.slides.html` : slides;
    await exportSlides(notebook, target, language);
    written.push(target);
  }
  if (slides === undefined || html !== undefined) {
    const target = html ?? `${name}.html`;
    await exportHtml(notebook, target, language);
    written.push(target);
  }
  console.log(written.join("\n"));
}
