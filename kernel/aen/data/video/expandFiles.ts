import { existsSync } from "node:fs";
import path from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { DataError } from "../dataError.js";

/**
 * Paths and glob patterns as a sorted list of files without repetitions. A file whose name looks like a pattern
 * is taken by its name.
 * @throws DataError for a pattern that fits no file, or when nothing was named
 */
export async function expandFiles(files: string | readonly string[]): Promise<string[]> {
  const named = [files].flat();
  if (named.length === 0)
    throw new DataError("No file was named. Name videos or patterns such as videos/**/*.mp4.");
  const found = await Promise.all(named.map(expand));
  return [...new Set(found.flat())].sort();
}

async function expand(pattern: string): Promise<string[]> {
  if (existsSync(pattern) || !isDynamicPattern(pattern)) return [pattern];
  const matches = await glob(process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern, {
    absolute: path.isAbsolute(pattern),
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  if (matches.length > 0) return matches;
  throw new DataError(`no file fits the pattern "${pattern}". It is taken from ${process.cwd()}.`);
}
