import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import path from "node:path";

/**
 * Writes a file so that it is there whole or not at all, whatever dies: to a temporary name in the same folder,
 * brought to the disk, renamed. What was there before stays until then. Folders on the way are made.
 */
export function writeWhole(file: string, content: Uint8Array | string): void {
  const temporary = `${file}.${process.pid}.partial`;
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  makeFolder(path.dirname(path.resolve(file)));
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
  flushFolder(path.dirname(path.resolve(file)));
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
