import type { Command } from "commander";
import { tellingErrors } from "./userErrors.js";

/** `aen export NOTEBOOK --html OUT.html`: exports a notebook to a single HTML file without running it. */
export function register(program: Command): void {
  program
    .command("export")
    .description("export a notebook, without running it, as one HTML file that opens offline")
    .argument("<notebook>", "an .ipynb file")
    .option("--html <file>", "where to write it (default: beside the notebook)")
    .action((notebook: string, options: { html?: string }) =>
      tellingErrors(() => exportNotebook(notebook, options)),
    );
}

async function exportNotebook(file: string, { html }: { html?: string }): Promise<void> {
  const { readNotebook } = await import("../notebook/notebookFile.js");
  const { exportHtml } = await import("../notebook/html/exportHtml.js");
  const target = html ?? `${file.replace(/\.ipynb$/, "")}.html`;
  await exportHtml(await readNotebook(file), target);
  console.log(target);
}
