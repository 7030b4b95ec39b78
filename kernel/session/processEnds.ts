import { constants } from "node:os";
import process from "node:process";
import { currentCell } from "./cellContext.js";
import { replaceMethod } from "./standIn.js";

/** Ends a cell that called `process.exit`, or what else would end the process. */
export class ExitCalled extends Error {
  override readonly name = "ExitCalled";
  readonly #isOurs = true;
  constructor(
    readonly exitCode: number,
    call = `process.exit(${exitCode})`,
  ) {
    super(`${call} ended this cell; the notebook keeps running. To start over, restart the kernel.`);
  }

  /** Unlike `instanceof`, runs no code of the user's: a thrown proxy has traps. */
  static is(error: unknown): error is ExitCalled {
    return typeof error === "object" && error !== null && #isOurs in error;
  }
}

type Method = (...args: never[]) => unknown;

/** Node's own, whatever cells are given in its place. */
const exit = process.exit.bind(process);
const reallyExit = (process as unknown as { reallyExit(code: number): never }).reallyExit.bind(process);

/**
 * Ends the process, for the kernel: also where a cell has broken what `process.exit` does before.
 * @param code default: what cells have set as `process.exitCode`
 */
export function exitProcess(code = exitCode()): never {
  try {
    // With a code: without one, Node would say 13 for an `await` of the kernel's own that goes on until the end.
    return exit(code);
  } catch {
    return reallyExit(code);
  }
}

/** What a shell says of a process that a signal has ended: 128 and the signal's number. */
export const exitCodeOf = (signal: NodeJS.Signals) => 128 + constants.signals[signal];

/** Signals that end or halt no process that does not ask for it, or that the kernel takes as a stop. */
const harmless: ReadonlySet<string> = new Set([
  "SIGINT",
  "SIGCHLD",
  "SIGCONT",
  "SIGURG",
  "SIGWINCH",
  "SIGPIPE",
  "SIGIO",
]);

/**
 * Makes the calls that end this process end the cell that makes them: `process.exit`, `process.abort` and `process.kill`
 * of itself, unless the cell listens to the signal.
 *
 * @param hears whether anybody but the kernel listens to a signal
 * @returns a function that undoes this
 */
export function keepFromEnding(hears: (signal: NodeJS.Signals) => boolean): () => void {
  const holder = process as unknown as Record<string, Method>;
  const ending = (name: string, codeOf: (given?: number) => number, callOf = called(name)) => {
    const original = holder[name];
    return replaceMethod(holder, name, ((code?: number) => {
      if (!currentCell()) return Reflect.apply(original, process, [code] as never[]);
      endCell(new ExitCalled(codeOf(code), callOf(codeOf(code))));
    }) as Method);
  };
  const kill = process.kill;
  const restores = [
    ending("exit", exitCode),
    ending("reallyExit", exitCode),
    ending(
      "abort",
      () => exitCodeOf("SIGABRT"),
      () => "process.abort()",
    ),
    replaceMethod(process, "kill", ((pid: number, given: NodeJS.Signals | number = "SIGTERM") => {
      const signal = nameOf(given);
      if (currentCell() && isThisProcess(pid) && signal && !harmless.has(signal) && !hears(signal))
        endCell(new ExitCalled(exitCodeOf(signal), `process.kill(${pid}, "${signal}")`));
      return Reflect.apply(kill, process, [pid, given]);
    }) as typeof process.kill),
  ];
  return () => restores.forEach((restore) => restore());
}

function called(name: string): (code: number) => string {
  return (code) => `process.${name}(${code})`;
}

function exitCode(given?: number): number {
  return Number(given ?? process.exitCode ?? 0);
}

function endCell(reason: ExitCalled): never {
  currentCell()!.stop(reason);
  throw reason;
}

/** Zero and the negative number are the process's group, which the kernel belongs to. */
function isThisProcess(pid: unknown): boolean {
  return [process.pid, -process.pid, 0].includes(Number(pid));
}

/** Undefined for what only asks whether a process is there, and for what no system knows. */
function nameOf(signal: NodeJS.Signals | number): NodeJS.Signals | undefined {
  const names = Object.keys(constants.signals) as NodeJS.Signals[];
  return names.find((name) => name === signal || constants.signals[name] === signal);
}
