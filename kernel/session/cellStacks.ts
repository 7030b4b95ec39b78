import { findSourceMap } from "node:module";
import { currentCell } from "./cellContext.js";
import { frameLines, isRegistered, shownFrame, userFrames, type ShownFrame } from "./stackTrace.js";

type Sites = NodeJS.CallSite[];
type Prepare = (error: Error, sites: Sites) => unknown;

/**
 * Errors whose stack a user's own function has put into words, at the lines of the compiled code. All others are at the
 * original lines: ours has written them, they come from a thread, or they are copies of such.
 */
const unmapped = new WeakSet<object>();

/**
 * Makes every stack that a cell can see name the lines that its user has written, without our frames: `error.stack`,
 * printed errors, `console.trace`. Node calls this once for each error, when its stack is first read, in all contexts.
 * A user's own `Error.prepareStackTrace` comes in its place, but gets none of our frames either.
 *
 * @returns a function that undoes this
 */
export function showUsersStacks(): () => void {
  const before = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  const others = Error.prepareStackTrace as Prepare | undefined;
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = deepLimit;
  const ours = ((error: Error, sites: Sites) =>
    isSeenByCells(sites) ? seenStack(error, sites) : (others ?? plainStack)(error, sites)).bind(undefined);
  known.add(ours);
  let used: Prepare = ours;
  const set = (given: Prepare | undefined) => {
    used = typeof given === "function" ? withoutOurs(given) : ours;
  };
  const get = () => (givesSites ? asSites : used);
  Object.defineProperty(Error, "prepareStackTrace", { get, set, configurable: true });
  return () => {
    if (Error.stackTraceLimit === deepLimit) Error.stackTraceLimit = limit;
    if (before) Object.defineProperty(Error, "prepareStackTrace", before);
    else Reflect.deleteProperty(Error, "prepareStackTrace");
  };
}

const asSites: Prepare = (_error, sites) => sites;
let givesSites = false;

/**
 * The calls on the stack at this moment, innermost first; as V8's own text where it is just putting a stack into words,
 * and none where a cell has taken the way to them.
 */
export function callsBelow(below: (...args: never[]) => unknown): Sites | string {
  const limit = Error.stackTraceLimit;
  const holder: { stack?: unknown } = {};
  givesSites = true;
  try {
    Error.stackTraceLimit = 1000;
    Error.captureStackTrace(holder, below);
    return Array.isArray(holder.stack) ? (holder.stack as Sites) : String(holder.stack);
  } catch {
    return [];
  } finally {
    givesSites = false;
    Error.stackTraceLimit = limit;
  }
}

const known = new WeakSet<Prepare>();

/** Packages save what is there, set their own for one error, and put back what was there. */
function withoutOurs(given: Prepare): Prepare {
  if (known.has(given)) return given;
  const prepare = ((error: Error, sites: Sites) => {
    unmapped.add(error);
    return given.call(
      Error,
      error,
      seenFrames(sites).map(({ site }) => site),
    );
  }).bind(undefined);
  known.add(prepare);
  return prepare;
}

/** The frames of an error in the user's own code, for the cell's traceback; none where its stack cannot be read. */
export function framesOf(error: object): string[] {
  const { stack } = error as { stack?: unknown };
  if (typeof stack !== "string") return [];
  if (unmapped.has(error)) return userFrames(stack);
  return frameLines(stack).filter((line) => shownFrame(line).owner === "user");
}

function isSeenByCells(sites: Sites): boolean {
  return currentCell() !== undefined || sites.some((site) => isRegistered(site.getFileName() ?? ""));
}

function seenStack(error: Error, sites: Sites): string {
  return [headline(error), ...shortened(seenFrames(sites)).map(({ text }) => text)].join("\n");
}

/** A call in a user's stack. */
interface SeenFrame extends ShownFrame {
  readonly site: NodeJS.CallSite;
}

/**
 * The user's frames, those of packages, and what of Node's they have called. What called the outermost of them is the
 * kernel, and no business of the user's.
 */
function seenFrames(sites: Sites): readonly SeenFrame[] {
  const frames = sites.map((site) => ({ site, ...shownFrame(`    at ${site}`) }));
  const seen: SeenFrame[] = [];
  let calledByUser = frames.every(({ owner }) => owner === "engine");
  for (const frame of frames.toReversed()) {
    if (frame.owner !== "engine") calledByUser = frame.owner !== "kernel";
    if (calledByUser && frame.text !== undefined && !isTaskQueue(frame)) seen.unshift(frame);
  }
  return seen;
}

/** Deeper than Node's: the ten innermost calls may all be a package's, and say nothing of the user's line. */
const deepLimit = 60;
const shownLimit = 10;

/** The innermost calls, as many as Node shows; if the user's are all further out, the next of those too. */
function shortened(frames: readonly SeenFrame[]): readonly SeenFrame[] {
  if (Error.stackTraceLimit !== deepLimit || frames.length <= shownLimit) return frames;
  const isUsers = ({ owner }: SeenFrame) => owner === "user";
  const first = frames.slice(0, shownLimit);
  return first.some(isUsers) ? first : [...first, ...frames.filter(isUsers).slice(0, shownLimit / 2)];
}

function isTaskQueue({ text }: ShownFrame): boolean {
  return text?.includes("node:internal/process/task_queues") ?? false;
}

/** The first lines of a stack, as Node writes them: with the code of an error of its own. */
function headline(error: Error): string {
  try {
    const { name, message, code } = error as NodeJS.ErrnoException;
    return isNodes(error) ? `${name} [${code}]: ${message}` : Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}

function isNodes(error: object): boolean {
  for (let each: object | null = error; each; each = Object.getPrototypeOf(each) as object | null)
    if (Object.getOwnPropertySymbols(each).some(({ description }) => description === "kIsNodeError"))
      return true;
  return false;
}

/** A stack as Node itself writes it, also where source maps are enabled. */
function plainStack(error: Error, sites: Sites): string {
  return [headline(error), ...sites.map((site) => `    at ${atSource(site)}`)].join("\n");
}

function atSource(site: NodeJS.CallSite): string {
  const [file, row, column] = [site.getFileName(), site.getLineNumber(), site.getColumnNumber()];
  if (!file || row === null || column === null) return String(site);
  const place = findSourceMap(file)?.findEntry(row - 1, column - 1);
  if (!place || !("originalLine" in place)) return String(site);
  return String(site).replace(
    `${file}:${row}:${column}`,
    `${place.originalSource}:${place.originalLine + 1}:${place.originalColumn + 1}`,
  );
}
