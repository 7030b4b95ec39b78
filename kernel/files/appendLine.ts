import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { modeOfNew } from "./ownersAlone.js";

/**
 * Adds a line to a file of lines, which readers read up to the last whole one. What a crash has left without its end
 * is ended first, so that it spoils no line but itself.
 * @param line without line breaks
 * @throws the system's error
 */
export function appendLine(file: string, line: string): void {
  const lines = new LineFile(file);
  try {
    lines.add(line);
  } finally {
    lines.close();
  }
}

/** A file of lines that stays open, see {@link appendLine}. */
export class LineFile {
  readonly descriptor: number;

  constructor(file: string) {
    this.descriptor = openSync(file, "a+", modeOfNew(file, "file"));
    try {
      if (!endsWhole(this.descriptor)) writeWhole(this.descriptor, "\n");
    } catch (error) {
      closeSync(this.descriptor);
      throw error;
    }
  }

  add(line: string): void {
    writeWhole(this.descriptor, `${line}\n`);
  }

  /** Returns once everything is on disk. */
  flush(): void {
    fsyncSync(this.descriptor);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

function endsWhole(descriptor: number): boolean {
  const { size } = fstatSync(descriptor);
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(descriptor, last, 0, 1, size - 1);
  return last[0] === 10;
}

/** A disk that is almost full takes a part. */
function writeWhole(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
}
