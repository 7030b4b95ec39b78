/**
 * Uses one kernel for long, in random order and from a seed, and looks whether it comes to rest: memory, threads and
 * handles. `npm run hostile -- soak --minutes 60 --seed 1 --transport zeromq --node PATH`.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { Random } from "../../kernel/random/random.js";
import { TestClient } from "../kernel/protocol/conformance/client.js";
import { jupyterWire, pipeWire } from "../kernel/protocol/conformance/wire.js";
import { randomMoment } from "../until.js";
import { before, soakSteps, type SoakStep } from "./soakSteps.js";
import { isLevel, meansOfThirds, type Sample } from "./soakTable.js";

/** Milliseconds between two samples; within which steps go on. */
const sampled = 10_000;

/** Runs the soak; the exit code is 1 if a step ended otherwise than it must, or memory was not level. */
export async function hostile(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      node: { type: "string", default: process.execPath },
      transport: { type: "string", default: "pipe" },
      minutes: { type: "string", default: "60" },
      seed: { type: "string", default: "1" },
      steps: { type: "string" },
    },
  });
  const names = values.steps?.split(";") ?? Object.keys(soakSteps);
  const cwd = mkdtempSync(path.join(tmpdir(), "aen-soak-"));
  const wire = (values.transport === "pipe" ? pipeWire : jupyterWire)({
    cwd,
    env: process.env,
    node: values.node,
  });
  const client = new TestClient(wire);
  try {
    await client.run(before);
    const samples = await soak(
      client,
      new Random("soak", Number(values.seed)),
      names,
      Number(values.minutes),
    );
    report(samples);
  } finally {
    await client.close();
    rmSync(cwd, { recursive: true, force: true });
  }
}

async function soak(
  client: TestClient,
  random: Random,
  names: readonly string[],
  minutes: number,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  const pid = Number(await client.value("process.pid"));
  const [began, end] = [Date.now(), Date.now() + minutes * 60_000];
  let next = began;
  for (let steps = 0; Date.now() < end; steps++) {
    await step(client, random, random.pick(names));
    client.messages.length = 0;
    if (Date.now() < next) continue;
    next = Date.now() + sampled;
    const sample = {
      seconds: (Date.now() - began) / 1000,
      steps,
      ...sampleOf(pid),
      ...(await heaps(client)),
    };
    samples.push(sample);
    console.log(JSON.stringify(sample));
  }
  return samples;
}

async function step(client: TestClient, random: Random, name: string): Promise<void> {
  const { code, ends = "ok" }: Omit<SoakStep, "ends"> & { ends?: string } = soakSteps[name];
  if (ends === "stopped") return stopped(client, random, name);
  const { reply } = await client.run(code);
  if (reply.status !== ends) tell(name, reply);
}

async function stopped(client: TestClient, random: Random, name: string): Promise<void> {
  const id = await client.begin(`{ ${soakSteps[name].code} }`);
  await randomMoment(0, 1000, () => random.unit());
  client.wire.interrupt();
  const { reply } = await client.answer(id);
  if (reply.ename !== "Interrupted") tell(name, reply);
}

function tell(name: string, reply: Record<string, unknown>): void {
  process.exitCode = 1;
  console.log(`FAILED ${name}: ${JSON.stringify(reply).slice(0, 400)}`);
}

/** What the system says of a process (Linux). */
function sampleOf(pid: number): Pick<Sample, "rss" | "threads" | "handles"> {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
  const threads = Number(/^Threads:\s+(\d+)/m.exec(status)?.[1]);
  return { rss: kilobytes / 1024, threads, handles: readdirSync(`/proc/${pid}/fd`).length };
}

async function heaps(client: TestClient): Promise<Pick<Sample, "heap" | "external">> {
  const text = await client.value("JSON.stringify(process.memoryUsage())");
  const { heapUsed, external } = JSON.parse(text!.slice(1, -1)) as Record<string, number>;
  return { heap: heapUsed / 2 ** 20, external: external / 2 ** 20 };
}

function report(samples: readonly Sample[]): void {
  console.log("\n|  | first third | middle third | last third |\n| --- | ---: | ---: | ---: |");
  for (const key of ["rss", "heap", "external", "threads", "handles"] as const) {
    const means = meansOfThirds(samples.map((sample) => sample[key]));
    console.log(`| ${key} | ${means.map((mean) => mean.toFixed(1)).join(" | ")} |`);
    if ((key === "rss" || key === "threads" || key === "handles") && !isLevel(means)) {
      process.exitCode = 1;
      console.log(`FAILED: ${key} is not level.`);
    }
  }
  console.log(`${samples.at(-1)?.steps} steps`);
}
