/**
 * Runs cells that misbehave, most of all while they are stopped, and counts the kernels that were lost or did not answer,
 * and the programs that were left: `npm run hostile -- cells --cells 1000 --seed 1`. What the cells put out is written as
 * notebooks, which nbformat checks.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { CellOutput } from "../../kernel/contracts/cellOutput.js";
import { OutputCollector } from "../../kernel/notebook/cellOutputs.js";
import { type NotebookCell, writeNotebook } from "../../kernel/notebook/notebookFile.js";
import { Random } from "../../kernel/random/random.js";
import { type Answer, TestClient } from "../kernel/protocol/conformance/client.js";
import { jupyterWire, pipeWire } from "../kernel/protocol/conformance/wire.js";
import { randomMoment, until } from "../until.js";
import { type MisbehavingCell, misbehavingCell } from "./misbehaviour.js";

/** What is to be run. */
export interface CellsPlan {
  readonly cells: number;
  /** Cells for each kernel. */
  readonly each: number;
  readonly seed: number;
  readonly node: string;
  readonly transport: "pipe" | "zeromq";
  /** Hears of each failure at once. */
  readonly tell?: (failure: string) => void;
}

/** What came of it. */
export interface CellsOutcome {
  cells: number;
  kernels: number;
  stops: number;
  /** Stops that were asked for more than once, as a user does who sees that nothing happens. */
  insisted: number;
  notebooks: number;
  /** Kernels that ended or did not answer, programs that were left, notebooks that are none. */
  readonly failures: string[];
}

/** Milliseconds after which a user stops once more. */
const insistAfter = 2500;
/** How often, before the kernel counts as hanging. */
const mostStops = 16;

export async function hostile(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cells: { type: "string", default: "200" },
      each: { type: "string", default: "40" },
      seed: { type: "string", default: "1" },
      node: { type: "string", default: process.execPath },
      transport: { type: "string", default: "pipe" },
    },
  });
  const { node, transport } = values as { node: string; transport: CellsPlan["transport"] };
  const [cells, each, seed] = [values.cells, values.each, values.seed].map(Number);
  const tell = (failure: string) => console.log(`FAILED ${failure}`);
  const { failures, ...counts } = await runCells({ cells, each, seed, node, transport, tell });
  console.log(JSON.stringify({ node, transport, seed, ...counts, failed: failures.length }));
  if (failures.length > 0) process.exitCode = 1;
}

/** Runs the cells, on one kernel after another. */
export async function runCells(plan: CellsPlan): Promise<CellsOutcome> {
  const outcome: CellsOutcome = {
    ...{ cells: 0, kernels: 0, stops: 0, insisted: 0, notebooks: 0, failures: [] },
  };
  const notebooks = mkdtempSync(path.join(tmpdir(), "aen-cells-"));
  try {
    while (outcome.cells < plan.cells) await onKernel(plan, outcome, notebooks);
    for (const invalid of checkNotebooks(notebooks, outcome)) failed(plan, outcome, invalid);
  } finally {
    rmSync(notebooks, { recursive: true, force: true });
  }
  return outcome;
}

function failed(plan: CellsPlan, outcome: CellsOutcome, failure: string): void {
  outcome.failures.push(failure);
  plan.tell?.(failure);
}

async function onKernel(plan: CellsPlan, outcome: CellsOutcome, notebooks: string): Promise<void> {
  const cwd = mkdtempSync(path.join(tmpdir(), "aen-cells-kernel-"));
  // A cell with the word `aen` in it would load the namespace.
  const token = `misbehaving-${process.pid}-${plan.seed}-${outcome.kernels++}`;
  const connect = plan.transport === "pipe" ? pipeWire : jupyterWire;
  const client = new TestClient(connect({ cwd, env: process.env, node: plan.node }));
  const written: NotebookCell[] = [];
  const end = Math.min(plan.cells, outcome.cells + plan.each);
  let last = "the start";
  try {
    await client.value("let kept = 41; kept");
    while (outcome.cells < end) {
      const random = new Random("cells", plan.seed, outcome.cells++);
      const cell = misbehavingCell(random, token);
      last = cell.code;
      written.push(asWritten(cell, await runOne(client, cell, random, outcome), outcome.cells));
      await expectKept(client, random, outcome);
      client.messages.length = 0;
    }
  } catch (error) {
    const log = client.wire.log().slice(-500);
    failed(
      plan,
      outcome,
      `cell ${outcome.cells - 1}: ${(error as Error).message.slice(0, 500)} ${log}\n${last}`,
    );
    client.wire.process.kill("SIGKILL");
  }
  await client.close();
  await noProgramsOf(token, plan, outcome);
  await writeNotebook(path.join(notebooks, `${token}.ipynb`), notebookOf(written));
  rmSync(cwd, { recursive: true, force: true });
}

/**
 * A variable is as before. The last of several stops may come after its cell and meet this one, and a busy machine may
 * answer late: then it is asked again, with more patience.
 */
async function expectKept(client: TestClient, random: Random, outcome: CellsOutcome): Promise<void> {
  for (let times = 0; ; times++) {
    const asked = { code: "kept", isEndless: false };
    const probe = await runOne(client, asked, random, outcome, insistAfter * 2 ** times);
    if (probe.result === "41") return;
    if (probe.reply.ename !== "Interrupted" || times > 3)
      throw new Error(`kept is ${probe.result}: ${JSON.stringify(probe.reply)}`);
  }
}

/** Runs a cell, and stops it as often as it takes. */
async function runOne(
  client: TestClient,
  { code, isEndless }: MisbehavingCell,
  random: Random,
  outcome: CellsOutcome,
  patience = insistAfter,
): Promise<Answer> {
  const id = client.send("execute_request", { code });
  const answer = client.answer(id);
  answer.catch(() => {});
  await client.until(({ parent_header: of }) => of.msg_id === id);
  if (isEndless) await randomMoment(0, random.chance(0.8) ? 150 : 900, () => random.unit());
  for (let stops = isEndless ? 1 : 0; stops <= mostStops; stops++) {
    if (stops > 0) client.wire.interrupt();
    if (stops === 1) outcome.stops++;
    if (stops === 2) outcome.insisted++;
    const came = await Promise.race([answer, randomMoment(patience, patience)]);
    if (came) return came;
  }
  throw new Error(`Neither reply nor idle came, with ${mostStops} stops.`);
}

async function noProgramsOf(token: string, plan: CellsPlan, outcome: CellsOutcome): Promise<void> {
  try {
    await until("its programs have ended", () => programsOf(token).length === 0, { seconds: 15 });
  } catch {
    failed(plan, outcome, `left: ${programsOf(token).join("; ")}`);
  }
}

/** The command lines with the token. */
function programsOf(token: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(commandOf)
    .filter((command) => command.includes(token));
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

function asWritten({ code }: MisbehavingCell, { published, reply }: Answer, number: number): NotebookCell {
  const cell: NotebookCell = {
    ...{ cell_type: "code", id: `cell-${number}`, source: code, metadata: {}, outputs: [] },
    execution_count: typeof reply.execution_count === "number" ? reply.execution_count : null,
  };
  const collector = new OutputCollector();
  for (const { header, content } of published)
    if (stored.has(header.msg_type))
      collector.add(cell, { output_type: header.msg_type, ...content } as unknown as CellOutput);
  return cell;
}

const stored = new Set(["stream", "display_data", "update_display_data", "execute_result", "error"]);

function notebookOf(cells: NotebookCell[]) {
  return { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
}

const validation = `
import sys, pathlib, nbformat
for file in pathlib.Path(sys.argv[1]).glob("*.ipynb"):
    try:
        nbformat.validate(nbformat.read(file, as_version=nbformat.NO_CONVERT))
        print("valid")
    except Exception as error:
        print("invalid", file.name, str(error)[:300].replace("\\n", " "))
`;

/** Lets nbformat check what was written, where it is installed. @returns what is wrong with it */
function checkNotebooks(folder: string, outcome: CellsOutcome): string[] {
  const python = execFileSync("bash", ["test/install-python-packages"], { encoding: "utf8" }).trim();
  if (python === "") return [];
  const said = execFileSync(python, ["-c", validation, folder], { encoding: "utf8" }).trim().split("\n");
  outcome.notebooks = said.filter((line) => line === "valid").length;
  return said.filter((line) => line !== "valid");
}
