import path from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../files/packageRoot.js";
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

/**
 * The frames of an error that are useful to a user: those in cells and in the user's own files, at the original lines.
 * Frames of the kernel and of Node are left out.
 */
export function userFrames(stack: string): string[] {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map(userFrame)
    .filter((line): line is string => line !== undefined);
}

function userFrame(line: string): string | undefined {
  const match = /^\s+at (?:(.*?) \(|async )?(.*?):(\d+):(\d+)\)?$/.exec(line);
  if (!match) return undefined;
  const [, callee, file, row, column] = match;
  const script = scripts.get(file);
  if (!script) return isInternal(file) ? undefined : line.replace(/file:\/\//, "").trimEnd();
  const place = script.map.findEntry(Number(row) - 1, Number(column) - 1);
  if (!("originalLine" in place)) return undefined;
  const at = `${file}:${place.originalLine + 1 - script.linesBefore}:${place.originalColumn + 1}`;
  const name = callee?.replace(/^async (?=<anonymous>$)/, "").replace(/^Object\.|^__scope\./, "");
  return name && name !== "<anonymous>" && name !== "async" ? `    at ${name} (${at})` : `    at ${at}`;
}

const ownFolders = [path.join(packageRoot, "kernel"), path.join(packageRoot, "dist")];

function isInternal(file: string): boolean {
  const plain = file.startsWith("file:") ? fileURLToPath(file) : file;
  if (/^node:|[\\/]node_modules[\\/]/.test(plain)) return true;
  return ownFolders.some((folder) => plain.startsWith(folder + path.sep));
}
