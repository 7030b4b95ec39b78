import { type ChildProcess, spawn } from "node:child_process";
import { memoryOfTree } from "../../../kernel/course/grading/memoryOfTree.js";

/** What a call of the built `aen` took: bytes of memory are those of its whole tree of processes, twice a second. */
interface MeasuredCall {
  readonly seconds: number;
  readonly memory: number;
  /** What it printed. */
  readonly told: string;
}

/** Calls the built `aen` and measures it. @throws Error when it fails */
export async function measuredAen(...args: string[]): Promise<MeasuredCall> {
  const { code, ...call } = await watched(start(args), () => false);
  if (code !== 0) throw new Error(`aen ${args.join(" ")} ended with ${String(code)}.`);
  return call;
}

/** Calls the built `aen`, and kills it with SIGKILL once it has told enough. */
export async function killedAen(
  isEnough: (told: string) => boolean,
  ...args: string[]
): Promise<MeasuredCall> {
  return watched(start(args), isEnough);
}

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ["dist/kernel/cli.js", ...args], { stdio: ["ignore", "pipe", "ignore"] });
}

async function watched(
  child: ChildProcess,
  isEnough: (told: string) => boolean,
): Promise<MeasuredCall & { readonly code: unknown }> {
  const started = performance.now();
  let [memory, told] = [0, ""];
  child.stdout!.on("data", (text) => {
    told += String(text);
    if (isEnough(told)) child.kill("SIGKILL");
  });
  const watch = setInterval(() => (memory = Math.max(memory, memoryOfTree(child.pid!))), 500);
  const code = await new Promise<unknown>((resolve) => child.once("close", resolve));
  clearInterval(watch);
  return { seconds: (performance.now() - started) / 1000, memory, told, code };
}
