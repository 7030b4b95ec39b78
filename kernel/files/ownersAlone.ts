import { chmodSync, lstatSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The folder of records and caches: it holds faces, labels of people and paths. */
const ownFolder = ".aen";

/** Permissions of a folder that is created, and of a file: at and below `.aen` the user's alone, else by the mask. */
export function modeOfNew(place: string, kind: "folder" | "file"): number {
  const isOwn = path.resolve(place).split(path.sep).includes(ownFolder);
  if (kind === "folder") return isOwn ? 0o700 : 0o777;
  return isOwn ? 0o600 : 0o666;
}

/** Those whose permissions have been looked at. */
const seen = new Set<string>();

/**
 * Takes everybody else's permissions from the `.aen` folder that a place is in, where an earlier version or somebody's
 * mask has given them: what is in it is then out of their reach, too. Another user's folder, and one that a link leads
 * to, stays as it is. Looks once for each folder.
 */
export function keepOwnFolder(place: string): void {
  const parts = path.resolve(place).split(path.sep);
  const at = parts.indexOf(ownFolder);
  const folder = parts.slice(0, at + 1).join(path.sep);
  if (at < 0 || process.platform === "win32" || seen.has(folder)) return;
  try {
    const facts = lstatSync(folder);
    seen.add(folder);
    const isOurs = facts.isDirectory() && facts.uid === process.getuid?.();
    if (isOurs && (facts.mode & 0o077) !== 0) chmodSync(folder, facts.mode & 0o700);
  } catch {
    // It is not there, or the disk does not keep permissions.
  }
}

/** Keeps a `.aen` folder that has just been created out of Git: it ignores itself, whatever its repository ignores. */
export function ignoreInGit(folder: string): void {
  if (path.basename(folder) !== ownFolder) return;
  try {
    writeFileSync(path.join(folder, ".gitignore"), "*\n", { flag: "wx", mode: 0o600 });
  } catch {
    // Records matter, this file does not.
  }
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
