import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import path from "node:path";

/**
 * Writes a file so that it is there whole or not at all, whatever dies: to a temporary name, brought to the
 * disk, renamed. What was there before stays until then.
 */
export function writeWhole(file: string, content: Buffer | string): void {
  const temporary = `${file}.${process.pid}.partial`;
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  try {
    const descriptor = openSync(temporary, "w");
    try {
      for (let written = 0; written < bytes.length;) {
        written += writeSync(descriptor, bytes, written, Math.min(bytes.length - written, 1 << 24));
      }
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  flushFolder(path.dirname(file));
}

/**
 * Makes a folder with those above it, unless it is there. Node's own recursive mkdir says "no such file" where
 * the truth is that the disk is read-only.
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && statSync(folder).isDirectory()) return;
    if (code !== "ENOENT" || path.dirname(folder) === folder) throw error;
    makeFolder(path.dirname(folder));
    mkdirSync(folder);
  }
}

/** Makes a rename lasting; not every system lets a folder be opened. */
function flushFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {
    // The file itself is on the disk already.
  }
}

/** A write that failed, in words that say what to do. */
export function explainedWriteError(error: unknown, what: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ENOSPC: "the disk is full: free some space",
    EDQUOT: "the disk quota is used up: free some space",
    EROFS:
      "the folder is read-only: name another with { record: folder } or keep no record with { record: false }",
    EACCES:
      "the folder may not be written to: name another with { record: folder } or keep no record with { record: false }",
    ENOTDIR: "a file stands where a folder is needed: name another with { record: folder }",
    EEXIST: "a file stands where a folder is needed: name another with { record: folder }",
  };
  return `${what} could not be written: ${reasons[code ?? ""] ?? message}.`;
}
