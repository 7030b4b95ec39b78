import { ChildProcess } from "node:child_process";
import { createRequire, syncBuiltinESMExports } from "node:module";
import type { Readable } from "node:stream";
import { currentCell, runInCell, type CellContext } from "./cellContext.js";
import { writtenDuring } from "./writtenDuring.js";

type Call = (...args: unknown[]) => unknown;
type Options = Record<string, unknown> & { stdio?: unknown };

const programs = createRequire(import.meta.url)("node:child_process") as Record<string, Call>;
const prototype = ChildProcess.prototype as unknown as Record<"spawn", Call>;
const names = { 1: "stdout", 2: "stderr" } as const;

/** Where a program's descriptors lead that go to this process's streams: descriptor to descriptor. */
type Inherited = ReadonlyMap<1 | 2, 1 | 2>;

/** Milliseconds by which a program's end may wait for the last it has written. */
const lastWords = 300;

/**
 * Brings what a cell's programs write to streams that they inherit (`stdio: "inherit"`) to the cell's output. It comes
 * as they write it, and at their end from those that one call waits for (`execSync`).
 *
 * @returns a function that undoes this
 */
export function routeInheritedStreams(): () => void {
  const { spawn } = prototype;
  prototype.spawn = function (this: ChildProcess, ...[given]) {
    return spawnRouted(this, spawn, given as Options);
  };
  const originals = ["spawnSync", "execSync", "execFileSync"].map((name) => [name, programs[name]] as const);
  for (const [name, original] of originals)
    programs[name] = (...args) => awaitRouted(original, args, name === "spawnSync");
  syncBuiltinESMExports();
  return () => {
    prototype.spawn = spawn;
    for (const [name, original] of originals) programs[name] = original;
    syncBuiltinESMExports();
  };
}

function spawnRouted(child: ChildProcess, spawn: Call, options: Options): unknown {
  const cell = currentCell();
  const inherited = inheritedBy(options?.stdio);
  if (!cell || inherited.size === 0) return spawn.call(child, options);
  const result = spawn.call(child, { ...options, stdio: piped(options.stdio, inherited) });
  const ends: Promise<unknown>[] = [];
  for (const [from, to] of inherited) {
    const stream = child.stdio[from] as Readable | null;
    if (stream) ends.push(follow(cell, stream, names[to]));
    Object.assign(child.stdio, { [from]: null });
    Object.assign(child, { [names[from]]: null });
  }
  exitAfter(child, Promise.all(ends));
  return result;
}

/** @returns what resolves when all is written */
function follow(cell: CellContext, stream: Readable, name: "stdout" | "stderr"): Promise<unknown> {
  stream.on("data", (chunk: Buffer) => runInCell(cell, () => process[name].write(chunk)));
  return new Promise((resolve) => ["end", "error", "close"].forEach((event) => stream.once(event, resolve)));
}

/** A program that has inherited its streams has written everything when it exits. */
function exitAfter(child: ChildProcess, written: Promise<unknown>): void {
  const emit = child.emit.bind(child) as (...args: unknown[]) => boolean;
  const late = () => new Promise((resolve) => setTimeout(resolve, lastWords).unref());
  child.emit = (event: unknown, ...args: unknown[]) => {
    if (event !== "exit") return emit(event, ...args);
    void Promise.race([written, late()]).then(() => emit(event, ...args));
    return true;
  };
}

/**
 * Runs a program in one call; what it wrote to inherited streams comes out when it has ended.
 *
 * @param givesErrors whether the call gives what was written to stderr; otherwise that goes through a file
 */
function awaitRouted(original: Call, args: unknown[], givesErrors: boolean): unknown {
  const at = args.findIndex((each, index) => index > 0 && isOptions(each));
  const options = (args[at] ?? {}) as Options;
  const inherited = inheritedBy(options.stdio);
  if (!currentCell() || at < 0 || inherited.size === 0) return original(...args);
  const errors = givesErrors ? undefined : inherited.get(2);
  if (errors === undefined) return awaitPiped(original, args.with(at, routed(options, inherited)), inherited);
  const others = new Map([...inherited].filter(([from]) => from !== 2));
  return writtenDuring(
    (descriptor) => awaitPiped(original, args.with(at, routed(options, others, descriptor)), others),
    (text) => process[names[errors]].write(text),
  );
}

/** @param errors the descriptor for what is written to stderr, if it is not as given */
function routed(options: Options, inherited: Inherited, errors?: number): Options {
  const stdio = piped(options.stdio, inherited);
  return { ...options, stdio: errors === undefined ? stdio : stdio.with(2, errors), maxBuffer: Infinity };
}

function awaitPiped(original: Call, args: unknown[], inherited: Inherited): unknown {
  try {
    return shown(original(...args), inherited);
  } catch (error) {
    throw shown(error, inherited);
  }
}

function isOptions(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Writes what came from inherited streams, and gives the outcome as if they had not been read. */
function shown(outcome: unknown, inherited: Inherited): unknown {
  // The outcome of execSync and execFileSync is what was written to stdout.
  if (typeof outcome === "string" || outcome instanceof Uint8Array) {
    if (!inherited.has(1)) return outcome;
    process[names[inherited.get(1)!]].write(outcome);
    return null;
  }
  const { output } = (outcome ?? {}) as { output?: (string | Uint8Array | null)[] | null };
  if (!output) return outcome;
  for (const [from, to] of inherited) {
    if (output[from]) process[names[to]].write(output[from]);
    if (from === 2) withoutText(outcome as Error, output[from]);
    output[from] = null;
    Object.assign(outcome as object, { [names[from]]: null });
  }
  return outcome;
}

/** The message of a failed command repeats what it wrote to stderr, unless that was inherited. */
function withoutText(error: Error, text: string | Uint8Array | null): void {
  const written = text ? `\n${Buffer.from(text as string).toString()}` : "";
  if (error instanceof Error && written && error.message.endsWith(written))
    error.message = error.message.slice(0, -written.length);
}

function inheritedBy(stdio: unknown): Inherited {
  const found = new Map<1 | 2, 1 | 2>();
  for (const from of [1, 2] as const) {
    const given = Array.isArray(stdio) ? (stdio[from] as unknown) : stdio;
    if (given === "inherit") found.set(from, from);
    if (given === 1 || given === process.stdout) found.set(from, 1);
    if (given === 2 || given === process.stderr) found.set(from, 2);
  }
  return found;
}

function piped(stdio: unknown, inherited: Inherited): unknown[] {
  const all = Array.isArray(stdio) ? [...(stdio as unknown[])] : [stdio, stdio, stdio];
  for (const from of inherited.keys()) all[from] = "pipe";
  return all;
}
