import type { Command } from "commander";
import { tellingErrors } from "./userErrors.js";

interface Options {
  readonly html?: string;
  /** True without a file name. */
  readonly slides?: string | true;
}

/** `aen export NOTEBOOK`: exports a notebook, without running it, to a single HTML file: a page, or slides. */
export function register(program: Command): void {
  program
    .command("export")
    .description("export a notebook, without running it, as one HTML file that opens offline")
    .argument("<notebook>", "an .ipynb file")
    .option("--html <file>", "where to write it (default: beside the notebook)")
    .option("--slides [file]", "slides instead, by the cells' slide types or, without any, by headings")
    .action((notebook: string, options: Options) => tellingErrors(() => exportNotebook(notebook, options)));
}

async function exportNotebook(file: string, { html, slides }: Options): Promise<void> {
  const { readNotebook } = await import("../notebook/notebookFile.js");
  const { exportHtml, exportSlides } = await import("../notebook/html/exportHtml.js");
  const notebook = await readNotebook(file);
  const name = file.replace(/\.ipynb$/, "");
  const written: string[] = [];
  if (slides !== undefined) {
    const target = slides === true ? `${name}.slides.html` : slides;
    await exportSlides(notebook, target);
    written.push(target);
  }
  if (slides === undefined || html !== undefined) {
    const target = html ?? `${name}.html`;
    await exportHtml(notebook, target);
    written.push(target);
  }
  console.log(written.join("\n"));
}
