import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { ModelConfiguration } from "../../../kernel/aen/model/configuration.js";

/** One way of running a training step, asked for one step at a time so that ways can alternate. */
export interface Peer {
  readonly name: string;
  /** Seconds on the clock and of processor time for one step. */
  step(): Promise<{ wall: number; processor: number }>;
  close(): Promise<void>;
}

/** The same step in PyTorch (aen_step.py), in a process of its own. */
export async function pytorchPeer(
  configuration: ModelConfiguration,
  batch: number,
  part: "full" | "backbone",
): Promise<Peer> {
  const script = fileURLToPath(new URL("./aen_step.py", import.meta.url));
  return pythonPeer("PyTorch", script, { ...configuration, batch, part, threads: 2 }, "step");
}

/** A Python script that is given its settings as JSON and answers each line `command` with the seconds it took. */
export function pythonPeer(name: string, script: string, settings: object, command: string): Peer {
  const child = spawn("/usr/bin/python3", [script, JSON.stringify(settings)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    name,
    step: async () => {
      child.stdin.write(`${command}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${name} ended early.`);
      return JSON.parse(value) as { wall: number; processor: number };
    },
    close: async () => {
      child.stdin.end("quit\n");
      await new Promise((resolve) => child.once("exit", resolve));
    },
  };
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
  const taken = new Map(peers.map((peer) => [peer.name, [] as { wall: number; processor: number }[]]));
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
  }));
}
