import { existsSync } from "node:fs";
import path from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { DataError } from "../../../files/dataError.js";

/**
 * Expands paths and glob patterns to a sorted list of distinct files, as first named. An existing file whose name looks
 * like a pattern is taken literally.
 * @param base the folder that relative ones start at, which makes all absolute; without it they are as named
 * @throws DataError for a pattern that matches no file, or when nothing was named
 */
export async function expandFiles(files: string | readonly string[], base?: string): Promise<string[]> {
  const named = [files].flat();
  if (named.length === 0)
    throw new DataError("No files were given. Give videos or patterns such as videos/**/*.mp4.");
  const found = await Promise.all(named.map((pattern) => expand(pattern, base)));
  const distinct = new Map<string, string>();
  for (const file of found.flat()) {
    const place = path.resolve(file);
    if (!distinct.has(place)) distinct.set(place, file);
  }
  return [...distinct.values()].sort();
}

async function expand(pattern: string, base: string | undefined): Promise<string[]> {
  const place = base === undefined ? pattern : path.resolve(base, pattern);
  if (!isDynamicPattern(pattern) || existsSync(place)) return [place];
  const matches = await glob(process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern, {
    absolute: base !== undefined || path.isAbsolute(pattern),
    ...(base !== undefined && { cwd: base }),
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  if (matches.length > 0) return matches;
  throw new DataError(
    `no file matches the pattern "${pattern}", which is relative to ${base ?? process.cwd()}.`,
  );
}
