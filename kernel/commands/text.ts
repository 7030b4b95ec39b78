import type { Command } from "commander";
import { tellingErrors } from "./userErrors.js";

/** `aen text NOTEBOOK`: a notebook's cells and the text of their outputs, for `git diff`. */
export function register(program: Command): void {
  program
    .command("text")
    .description("print a notebook's cells and the text of their outputs, so that git can compare notebooks")
    .argument("<notebook>", "an .ipynb file")
    .action((notebook: string) => tellingErrors(() => printText(notebook)));
}

async function printText(file: string): Promise<void> {
  const { readNotebook } = await import("../notebook/notebookFile.js");
  const { notebookText } = await import("../notebook/notebookText.js");
  console.log(notebookText(await readNotebook(file)).trimEnd());
}
