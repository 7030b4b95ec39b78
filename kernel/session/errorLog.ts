import { writeSync } from "node:fs";
import { inspect } from "node:util";

/** Node's own, whatever cells are given in their place. */
const [write, show] = [writeSync, inspect];

/** Writes an error that belongs to no cell to the process's error stream. Never throws. */
export function logError(error: unknown): void {
  try {
    write(2, `${show(error)}\n`);
  } catch {
    // Nobody reads the stream, or the error cannot be shown.
  }
}
