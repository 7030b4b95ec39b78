import { existsSync } from "node:fs";
import path from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Notebook } from "../notebook/notebookFile.js";
import type { CellFailure } from "../notebook/runNotebook.js";
import type { GivenParameter } from "../notebook/parameters.js";
import type { CellExpert } from "./runInTerminal.js";
import { tellingErrors } from "./userErrors.js";

interface RunOptions {
  parameter: string[];
  parametersFile: string[];
  output?: string;
  html?: string;
  timeout?: number;
  totalTimeout?: number;
  allowErrors?: boolean;
  stale?: boolean;
  cwd?: string;
  typeErrors: "stop" | "warn";
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
    .option(
      "-f, --parameters-file <file>",
      "set variables to the values in a JSON or YAML file (repeatable; -p comes after)",
      collect,
      [],
    )
    .option("--output <file>", "where to write the executed notebook (default: out/ beside the notebook)")
    .option("--html <file>", "where to write the HTML page (default: beside the executed notebook)")
    .option("--timeout <seconds>", "time limit for each cell", positive)
    .option("--total-timeout <seconds>", "time limit for all cells together", positive)
    .option("--allow-errors", "continue after a cell that fails")
    .option(
      "--stale",
      "run only the cells that have not run as they are (new, edited, or with other inputs) and the cells above that they need; " +
        "all others keep the outputs saved in the notebook, or in the one at --output",
    )
    .option("--cwd <folder>", "the folder that the cells run in (default: the notebook's)")
    .addOption(typeErrorsOption())
    .action((notebook: string, options: RunOptions) => tellingErrors(() => runCommand(notebook, options)));
}

/** `--type-errors`, also of the kernel that Jupyter starts. */
export function typeErrorsOption(): Option {
  return new Option("--type-errors <what>", "what a type error does: stop its cell, or only warn")
    .choices(["stop", "warn"])
    .default("stop");
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
  const { checkLanguage } = await import("../notebook/notebookLanguage.js");
  const { checkParameters, withParameters } = await import("../notebook/parameters.js");
  const { exportHtml } = await import("../notebook/html/exportHtml.js");
  const { runInTerminal } = await import("./runInTerminal.js");
  const { CellChoice } = await import("./cellChoice.js");

  const read = await readNotebook(file);
  checkLanguage(read, file);
  const notebook = withParameters(read, await givenParameters(options));
  const output = options.output ?? path.join(path.dirname(file), "out", path.basename(file));
  const html = options.html ?? output.replace(/(\.ipynb)?$/, ".html");
  const choice = new CellChoice(options.stale ?? false, output);
  const onProgress = sayingOnce((each: Notebook) => writeNotebook(output, choice.noted(each)));
  const cwd = path.resolve(options.cwd ?? path.dirname(file));
  if (!existsSync(cwd)) throw new Error(`--cwd ${cwd}: there is no such folder.`);
  const prepare = async (kernel: CellExpert) => {
    await checkParameters(notebook, (code) => kernel.diagnostics(code));
    return choice.prepare(notebook, kernel);
  };
  const ignoreTypeErrors = options.typeErrors === "warn";
  const how = { ...options, cwd, file, prepare, onProgress, ignoreTypeErrors };
  const { notebook: ran, failures, exitCode } = await runInTerminal(notebook, how);
  const executed = choice.noted(ran);
  process.exitCode = failures.length > 0 ? 1 : (exitCode ?? 0);
  await writeNotebook(output, executed);
  await exportHtml(executed, html);
  console.log(`Wrote ${output}\nWrote ${html}`);
  if (failures.length > 0) console.error(endMessage(failures, options.allowErrors ?? false));
  else if (exitCode) console.error(`All cells succeeded; they have set process.exitCode to ${exitCode}.`);
}

/** Those of the command line replace those of files, later ones earlier ones. */
async function givenParameters(options: RunOptions): Promise<Record<string, GivenParameter>> {
  const { parseParameter } = await import("../notebook/parameters.js");
  const { readParametersFile } = await import("../notebook/parametersFile.js");
  const given: Record<string, GivenParameter> = {};
  for (const file of options.parametersFile)
    for (const [name, value] of Object.entries(await readParametersFile(file))) given[name] = { value, file };
  return { ...given, ...Object.fromEntries(options.parameter.map(parseParameter)) };
}

/** What the files hold when cells have not succeeded. */
function endMessage(failures: readonly CellFailure[], allowErrors: boolean): string {
  const cells = [...new Set(failures.map(({ number }) => number))].sort((a, b) => a - b);
  const stopping = failures.find(({ status }) => status !== "background");
  if (!allowErrors && stopping) return `They end with cell ${stopping.number}, which did not succeed.`;
  const of = failures[0].of;
  if (cells.length === 1) return `Cell ${cells[0]} of ${of} did not succeed.`;
  return `${cells.length} of ${of} cells did not succeed: ${cells.join(", ")}.`;
}
