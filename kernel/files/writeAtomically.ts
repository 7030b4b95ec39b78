import { randomBytes } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { DataError } from "./dataError.js";
import { ignoreInGit, keepOwnFolder, modeOfNew } from "./ownersAlone.js";

/**
 * Writes a file completely or not at all, even if the process or system crashes: writes a temporary file in the same
 * folder, flushes it to disk and renames it. Until then the old file stays. Creates missing folders. The file keeps its
 * permissions, and a link to it stays one. A new file below `.aen` is the user's alone.
 *
 * @throws the system's error (ENOSPC, EACCES, EROFS, ...); the old file is then as it was; DataError for a pipe, device or
 *   socket, whose place it would take
 */
export function writeAtomically(file: string, content: Uint8Array | string): void {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  makeFolder(path.dirname(path.resolve(file)));
  const { target, mode } = presentFile(file);
  // Processes of several machines may write to one folder: their numbers can be the same.
  const temporary = `${target}.${process.pid}-${randomBytes(4).toString("hex")}.partial`;
  try {
    writeNew(temporary, bytes, mode);
    renameSync(temporary, target);
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
  flushFolder(path.dirname(path.resolve(target)));
}

/** The file that a path leads to, over links, and its permissions; undefined for a new file. */
function presentFile(file: string): { target: string; mode: number | undefined } {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (facts && !facts.isFile() && !facts.isDirectory())
    throw new DataError(
      "this is a pipe, device or socket, which a file would replace. Choose another name.",
      {
        file,
      },
    );
  if (!facts?.isFile()) return { target: file, mode: undefined };
  return { target: realpathSync(file), mode: facts.mode & 0o777 };
}

function writeNew(file: string, bytes: Uint8Array, mode: number | undefined): void {
  const descriptor = openSync(file, "wx", mode ?? modeOfNew(file, "file"));
  try {
    if (mode !== undefined && process.platform !== "win32") fchmodSync(descriptor, mode);
    for (let written = 0; written < bytes.length;) {
      written += writeSync(descriptor, bytes, written, Math.min(bytes.length - written, 1 << 24));
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The reason why the file could not be written counts, not that its rest stays. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A disk that has failed or become read-only.
  }
}

/**
 * Creates a folder and its parents, if missing. Node's own recursive mkdir reports "no such file" when the disk is
 * in fact read-only, and never returns under /proc.
 *
 * @param mode permissions of the folders that are created, as far as the process's mask allows; by default `.aen` and
 *   what is below it are the user's alone
 */
export function makeFolder(folder: string, mode?: number): void {
  keepOwnFolder(folder);
  const own = mode ?? modeOfNew(folder, "folder");
  try {
    mkdirSync(folder, { mode: own });
    ignoreInGit(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && statSync(folder).isDirectory()) return;
    if (code !== "ENOENT" || path.dirname(folder) === folder) throw error;
    makeFolder(path.dirname(folder), mode);
    mkdirSync(folder, { mode: own });
    ignoreInGit(folder);
  }
}

/** Makes a rename durable; some systems cannot open a folder. */
function flushFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {
    // The file itself is already on disk.
  }
}
