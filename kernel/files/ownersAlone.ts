import { chmodSync, statSync } from "node:fs";
import path from "node:path";

/** The folder of records and caches: it holds faces, labels of people and paths. */
const ownFolder = ".aen";

/** Permissions of a folder that is created, and of a file: at and below `.aen` the user's alone, else by the mask. */
export function modeOfNew(place: string, kind: "folder" | "file"): number {
  const isOwn = path.resolve(place).split(path.sep).includes(ownFolder);
  if (kind === "folder") return isOwn ? 0o700 : 0o777;
  return isOwn ? 0o600 : 0o666;
}

/**
 * Takes the permissions of everybody else from a file that holds a secret.
 * @returns "own" when nobody else had any, "closed" when they were taken, "open" when the file is another user's and stays
 */
export function keepFromOthers(file: string): "own" | "closed" | "open" {
  const { mode } = statSync(file);
  if (process.platform === "win32" || (mode & 0o077) === 0) return "own";
  try {
    chmodSync(file, mode & 0o700);
    return "closed";
  } catch {
    return "open";
  }
}
