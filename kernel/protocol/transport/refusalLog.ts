import { writeSync } from "node:fs";

/**
 * Notes on the error stream what was refused, so that a flood of it cannot fill a disk: of each kind the first ten, then
 * each tenth power.
 */
export class RefusalLog {
  readonly #counts = new Map<string, number>();

  constructor(readonly write: (line: string) => void = writeLine) {}

  note(what: string, reason: string): void {
    if (this.#counts.size > 1000) this.#counts.clear();
    const kind = `${what}: ${reason}`;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (count <= 10) this.write(`${kind}.`);
    else if (Number.isInteger(Math.log10(count))) this.write(`${kind} (${count} times by now).`);
  }
}

/** Nobody may read the stream, or its reader may be gone: then the line is lost, and nothing else. */
function writeLine(line: string): void {
  try {
    writeSync(2, `${line}\n`);
  } catch {
    // EAGAIN or EPIPE.
  }
}
