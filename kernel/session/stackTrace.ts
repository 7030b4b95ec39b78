import path from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../files/packageRoot.js";
import { handOverScript } from "./cellScripts.js";
import type { SourceMap } from "node:module";

interface RegisteredScript {
  readonly map: SourceMap;
  readonly linesBefore: number;
}

const scripts = new Map<string, RegisteredScript>();
/** Number of scripts whose source maps are kept; functions of older cells keep their frames, but not their lines. */
const limit = 2000;

/** Registers a script's source map; the source has `linesBefore` lines before the user's own. */
export function registerScript(name: string, map: SourceMap, linesBefore = 0): void {
  scripts.delete(name);
  scripts.set(name, { map, linesBefore });
  if (scripts.size > limit) scripts.delete(scripts.keys().next().value!);
}

/** Whether a script is a cell or a local module, with a source map. */
export function isRegistered(script: string): boolean {
  return scripts.has(script);
}

/** Whose frame a line of a stack is; "engine" is Node and JavaScript itself. */
export type FrameOwner = "user" | "package" | "engine" | "kernel";

/** One line of a stack: whose it is, and its text at the original lines. */
export interface ShownFrame {
  readonly owner: FrameOwner;
  /** `    at boom (Cell [1]:6:11)`; undefined for code that the compiler has added to the user's. */
  readonly text: string | undefined;
}

/** @param line of a stack, such as `    at boom (Cell [1]:2:7)`, at the lines of the compiled code */
export function shownFrame(line: string): ShownFrame {
  const match = /^\s+at (?:(.*?) \(|async )?(.*?):(\d+):(\d+)\)?$/.exec(line);
  if (!match) return { owner: "engine", text: line };
  const [, callee, file, row, column] = match;
  if (!scripts.has(file)) return { owner: ownerOf(file), text: withinEvaluated(line) };
  const at = originalPlace(file, Number(row), Number(column));
  if (at === undefined) return { owner: "user", text: undefined };
  const name = callee?.replace(/^async (?=<anonymous>$)/, "").replace(/^Object\.|^__scope\./, "");
  const isNamed = name && name !== "<anonymous>" && name !== "async";
  return { owner: "user", text: isNamed ? `    at ${name} (${at})` : `    at ${at}` };
}

/**
 * `eval at boom (Cell [1]:3:7), <anonymous>:1:1`: the place that the code was evaluated at. Its line counts the one that
 * opens the function around the code, which the lines of all other frames do not; see compiledFunction.
 */
function withinEvaluated(line: string): string {
  const plain = line.replace(/file:\/\//, "").trimEnd();
  return plain.replace(/\(([^():]+):(\d+):(\d+)\), /g, (whole, file: string, row, column) => {
    const place = originalPlace(file, Number(row) - 1, Number(column));
    return place === undefined ? whole : `(${place}), `;
  });
}

function originalPlace(file: string, row: number, column: number): string | undefined {
  const script = scripts.get(file);
  const place = script?.map.findEntry(row - 1, column - 1);
  if (!script || !place || !("originalLine" in place)) return undefined;
  return `${file}:${place.originalLine + 1 - script.linesBefore}:${place.originalColumn + 1}`;
}

/**
 * The frames of a stack that are useful to a user: those in cells and in the user's own files, at the original lines.
 * Frames of the kernel, of packages and of Node are left out.
 */
export function userFrames(stack: string): string[] {
  return frameLines(stack)
    .map(shownFrame)
    .flatMap(({ owner, text }) => (owner === "user" && text !== undefined ? [text] : []));
}

/** The lines of a stack below its headline, which may have several lines itself. */
export function frameLines(stack: string): string[] {
  return stack.split("\n").filter((line) => /^\s+at /.test(line));
}

const ownFolders = ["kernel", "dist"].map((folder) => path.join(packageRoot, folder) + path.sep);

function ownerOf(file: string): FrameOwner {
  const plain = /^file:\/\/\//.test(file) && URL.canParse(file) ? fileURLToPath(file) : file;
  if (plain.startsWith("node:")) return "engine";
  if (plain === handOverScript || ownFolders.some((folder) => plain.startsWith(folder))) return "kernel";
  return /[\\/]node_modules[\\/]/.test(plain) ? "package" : "user";
}
