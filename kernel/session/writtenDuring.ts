import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * Lends some work a descriptor to write to, and passes on what has been written there when it ends, also where it fails.
 *
 * @param work gets a file's descriptor; undefined where no file can be made
 * @param hear takes what was written, if anything
 * @returns what the work returns
 */
export function writtenDuring<T>(work: (descriptor?: number) => T, hear: (text: Buffer) => void): T {
  const file = made();
  if (!file) return work();
  try {
    return work(file.descriptor);
  } finally {
    const text = readFileSync(file.path);
    closeSync(file.descriptor);
    rmSync(path.dirname(file.path), { recursive: true, force: true });
    if (text.length > 0) hear(text);
  }
}

function made(): { readonly path: string; readonly descriptor: number } | undefined {
  try {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "aen-output-")), "written");
    return { path: file, descriptor: openSync(file, "wx") };
  } catch {
    return undefined;
  }
}
