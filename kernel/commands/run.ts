import path from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import type { Notebook } from "../notebook/notebookFile.js";
import type { ParameterValue } from "../notebook/parameters.js";
import { tellingErrors } from "./userErrors.js";

interface RunOptions {
  parameter: string[];
  output?: string;
  html?: string;
  timeout?: number;
  allowErrors?: boolean;
  cwd?: string;
}

/** `aen run NOTEBOOK`: runs a notebook from top to bottom in our own session. */
export function register(program: Command): void {
  program
    .command("run")
    .description(
      "run a notebook top to bottom and write it with its outputs after every cell, and as one HTML file",
    )
    .argument("<notebook>", "an .ipynb file")
    .option(
      "-p, --parameter <name=value>",
      "set a variable of the cell tagged `parameters` (repeatable)",
      collect,
      [],
    )
    .option("--output <file>", "where to write the executed notebook (default: out/ beside the notebook)")
    .option("--html <file>", "where to write the HTML page (default: beside the executed notebook)")
    .option("--timeout <seconds>", "time limit for each cell", positive)
    .option("--allow-errors", "continue after a cell that fails")
    .option("--cwd <folder>", "the folder that the cells run in (default: this one)")
    .action((notebook: string, options: RunOptions) => tellingErrors(() => runCommand(notebook, options)));
}

function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value];
}

function positive(value: string): number {
  const number = Number(value);
  if (!(number > 0)) throw new InvalidArgumentError("expected a number of seconds above 0");
  return number;
}

/** A write between cells that fails costs no cell its run: it is told once, and the last write must succeed. */
function sayingOnce(write: (executed: Notebook) => Promise<void>): (executed: Notebook) => Promise<void> {
  let told = false;
  return (executed) =>
    write(executed).catch((error: Error) => {
      if (!told)
        console.error(`The outputs so far could not be written (${error.message}); the cells go on.`);
      told = true;
    });
}

async function runCommand(file: string, options: RunOptions): Promise<void> {
  const { readNotebook, writeNotebook } = await import("../notebook/notebookFile.js");
  const { parseParameter, withParameters } = await import("../notebook/parameters.js");
  const { exportHtml } = await import("../notebook/html/exportHtml.js");
  const { runInTerminal } = await import("./runInTerminal.js");

  const parameters: Record<string, ParameterValue> = Object.fromEntries(
    options.parameter.map(parseParameter),
  );
  const notebook = withParameters(await readNotebook(file), parameters);
  const output = options.output ?? path.join(path.dirname(file), "out", path.basename(file));
  const html = options.html ?? output.replace(/(\.ipynb)?$/, ".html");
  const onProgress = sayingOnce((executed: Notebook) => writeNotebook(output, executed));
  const { notebook: executed, failed } = await runInTerminal(notebook, { ...options, file, onProgress });
  if (failed) process.exitCode = 1;
  await writeNotebook(output, executed);
  await exportHtml(executed, html);
  console.log(`Wrote ${output}\nWrote ${html}`);
  if (failed && !options.allowErrors)
    console.error(`They end with cell ${failed.number}, which did not succeed.`);
}
