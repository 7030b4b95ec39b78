import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { ModelConfiguration } from "../../../kernel/aen/model/configuration.js";
import type { StepPart } from "./aenStep.js";

/** What one step took: seconds on the clock and of processor time; the peak of its process's memory, if known. */
export interface Taken {
  readonly wall: number;
  readonly processor: number;
  readonly peakMegabytes?: number;
}

/** One way of running a training step, asked for one step at a time so that ways can alternate. */
export interface Peer {
  readonly name: string;
  step(): Promise<Taken>;
  close(): Promise<void>;
}

/** Debian's, which sees the packages of the system. */
export const systemPython = "/usr/bin/python3";

/** The same step in PyTorch (aen_step.py), in a process of its own. */
export function pytorchPeer(
  configuration: ModelConfiguration,
  batch: number,
  part: StepPart,
  { name = "PyTorch", python = systemPython, compiled = false } = {},
): Peer {
  const script = fileURLToPath(new URL("./aen_step.py", import.meta.url));
  return pythonPeer(name, script, { ...configuration, batch, part, threads: 2, compiled }, "step", python);
}

/** A Python script that is given its settings as JSON and answers each line `command` with the seconds it took. */
export function pythonPeer(
  name: string,
  script: string,
  settings: object,
  command: string,
  python = systemPython,
): Peer {
  return processPeer(name, [python, script, JSON.stringify(settings)], command);
}

/** Our own step in a process of its own: `preset`, `part` and `threads` as in ownStep.ts. */
export function ownProcess(settings: object): Peer {
  const script = fileURLToPath(new URL("./ownStep.ts", import.meta.url));
  return processPeer(
    "engine",
    [process.execPath, "--import", "tsx", script, JSON.stringify(settings)],
    "step",
  );
}

function processPeer(name: string, [program, ...args]: readonly string[], command: string): Peer {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"], env: withoutTuning() });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    name,
    step: async () => {
      child.stdin.write(`${command}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${name} ended early.`);
      return JSON.parse(value) as Taken;
    },
    close: async () => {
      child.stdin.end("quit\n");
      if (child.exitCode === null) await new Promise((resolve) => child.once("exit", resolve));
    },
  };
}

/** Settings that fit OpenBLAS to another machine (OPENBLAS_CORETYPE) make it several times slower: peers go without. */
function withoutTuning(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("OPENBLAS_")));
}

/** Times a step of ours. */
export function ownPeer(name: string, run: () => Promise<unknown>, close: () => Promise<void>): Peer {
  return {
    name,
    step: async () => {
      const [start, before] = [performance.now(), process.cpuUsage()];
      await run();
      const { user, system } = process.cpuUsage(before);
      return { wall: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
    },
    close,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** Runs peers in turn and gives the medians of each, after some steps to warm up. */
export async function alternate(peers: readonly Peer[], rounds: number, warmUp = 2) {
  const taken = new Map(peers.map((peer) => [peer.name, [] as Taken[]]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const peer of peers) {
      const seconds = await peer.step();
      if (round >= 0) taken.get(peer.name)!.push(seconds);
    }
  }
  return [...taken].map(([name, steps]) => ({
    name,
    wall: median(steps.map(({ wall }) => wall)),
    processor: median(steps.map(({ processor }) => processor)),
    peakMegabytes: Math.max(...steps.map(({ peakMegabytes = 0 }) => peakMegabytes)),
  }));
}
