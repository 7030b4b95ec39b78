/**
 * Stops cells of all kinds at random moments, in sequence, on fresh kernels and old ones of a busy machine, and counts
 * the kernels that did not survive: `npm run hostile -- stops --node PATH --stops 300 --each 3 --transport zeromq`. A seed gives the
 * same cells and moments again.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { Random } from "../../kernel/random/random.js";
import { TestClient } from "../kernel/protocol/conformance/client.js";
import { jupyterWire, pipeWire } from "../kernel/protocol/conformance/wire.js";
import { randomMoment } from "../until.js";
import { before, stoppedCells } from "./stoppedCells.js";

interface Plan {
  readonly node: string;
  readonly transport: "pipe" | "zeromq";
  readonly each: number;
  /** The kinds of cells to draw from; in order, or at random. */
  readonly kinds: readonly string[];
  readonly inOrder: boolean;
  readonly random: Random;
}

/** Seconds within which a stopped cell must have ended, and the kernel answered, on a busy machine. */
const patience = Number(process.env.AEN_STOP_PATIENCE ?? 40);

/** Runs the soak; the exit code is 1 if a kernel was lost. */
export async function hostile(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      node: { type: "string", multiple: true, default: [process.execPath] },
      transport: { type: "string", multiple: true, default: ["pipe", "zeromq"] },
      stops: { type: "string", default: "100" },
      each: { type: "string", default: "20" },
      load: { type: "string", default: "4" },
      kinds: { type: "string" },
      "in-order": { type: "boolean", default: false },
      seed: { type: "string", default: "1" },
    },
  });
  const kinds = values.kinds?.split(";") ?? Object.keys(stoppedCells);
  const load = Array.from({ length: Number(values.load) }, busyProcess);
  try {
    for (const node of values.node)
      for (const transport of values.transport as Plan["transport"][]) {
        const random = new Random("stops", Number(values.seed), transport);
        const plan = {
          node,
          transport,
          each: Number(values.each),
          kinds,
          inOrder: values["in-order"],
          random,
        };
        await soak(plan, Number(values.stops));
      }
  } finally {
    load.forEach((each) => each.kill("SIGKILL"));
  }
}

function busyProcess(): ChildProcess {
  return spawn(process.execPath, ["-e", "const end = Date.now() + 3.6e6; while (Date.now() < end);"], {
    stdio: "ignore",
  });
}

async function soak(plan: Plan, wanted: number): Promise<void> {
  let [stops, kernels, lost] = [0, 0, 0];
  while (stops < wanted) {
    const told: string[] = [];
    const fault = await withKernel(plan, stops, told);
    stops += Math.max(told.length, 1);
    kernels++;
    if (fault === undefined) continue;
    lost++;
    process.exitCode = 1;
    console.log(`lost at ${told.join(" > ")}: ${fault}`);
  }
  console.log(`${plan.node} ${plan.transport}: ${stops} stops on ${kernels} kernels, ${lost} lost`);
}

/** Starts a kernel and stops cells in it. @returns why the kernel counts as lost, if it does */
async function withKernel(plan: Plan, first: number, told: string[]): Promise<string | undefined> {
  const cwd = mkdtempSync(path.join(tmpdir(), "aen-stops-"));
  const wire = (plan.transport === "pipe" ? pipeWire : jupyterWire)({
    cwd,
    env: process.env,
    node: plan.node,
  });
  const client = new TestClient(wire);
  try {
    await inTime("it starts", client.request("kernel_info_request"));
    if (plan.kinds.some((kind) => stoppedCells[kind].includes("clips")))
      await inTime("the clips", client.run(before));
    for (let count = first; count < first + plan.each; count++) await stopOne(client, plan, count, told);
    return undefined;
  } catch (error) {
    return `${(error as Error).message} ${wire.log().slice(-600)}`;
  } finally {
    await client.close();
    rmSync(cwd, { recursive: true, force: true });
  }
}

async function stopOne(client: TestClient, plan: Plan, count: number, told: string[]): Promise<void> {
  const { kinds, inOrder, random } = plan;
  const kind = inOrder ? kinds[count % kinds.length] : random.pick(kinds);
  told.push(kind);
  const kept = `kept${count}`;
  await inTime("a value", client.value(`let ${kept} = ${count}; ${kept}`));
  const id = await inTime("the cell begins", client.begin(`{ ${stoppedCells[kind]} }`));
  await randomMoment(0, random.chance(0.7) ? 100 : 1500, () => random.unit());
  client.wire.interrupt();
  const { reply } = await inTime("idle", client.answer(id));
  if (reply.ename !== "Interrupted") throw new Error(`It ended as ${JSON.stringify(reply).slice(0, 300)}.`);
  const value = await inTime("a value afterwards", client.value(kept));
  if (value !== String(count)) throw new Error(`${kept} is ${value}.`);
  client.messages.length = 0;
}

function inTime<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what} did not come within ${patience} s.`)),
      patience * 1000,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
