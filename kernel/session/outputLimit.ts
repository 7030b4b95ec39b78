import { closeSync, existsSync, mkdtempSync, openSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type {
  CellOutput,
  DisplayOutput,
  ExecuteResultOutput,
  StreamOutput,
  UpdateDisplayOutput,
} from "../contracts/cellOutput.js";

/** How much one cell may output; the excess goes to a file. */
export interface OutputLimits {
  /** Maximum characters of printed text. */
  readonly text: number;
  /** Maximum characters of one displayed value, over all its forms. */
  readonly display: number;
  /** Maximum characters of printed text in the file; the excess is dropped. */
  readonly file: number;
}

/** A notebook of this size still opens in VS Code, and a file of this size in most editors. */
export const outputLimits: OutputLimits = { text: 20_000_000, display: 50_000_000, file: 500_000_000 };

type Shown = DisplayOutput | UpdateDisplayOutput | ExecuteResultOutput;

/** Truncates a cell's output at its limits, keeps the rest in a temporary file, and says where. */
export class OutputLimit {
  #printed = 0;
  #spilled = 0;
  #file: { readonly path: string; readonly descriptor: number } | undefined;

  constructor(
    readonly executionCount: number,
    readonly limits: OutputLimits = outputLimits,
  ) {}

  /** What to show in place of an output. */
  take(output: CellOutput): CellOutput[] {
    if (output.output_type === "stream") return this.#takeText(output);
    return "data" in output ? [this.#takeShown(output)] : [output];
  }

  close(): void {
    if (this.#file) closeSync(this.#file.descriptor);
    this.#file = undefined;
    this.#spilled = Infinity;
  }

  #takeText(output: StreamOutput): CellOutput[] {
    const room = this.limits.text - this.#printed;
    this.#printed += output.text.length;
    if (output.text.length <= room) return [output];
    const kept = Math.max(0, room);
    const told = this.#spill(output.text.slice(kept));
    return [...(kept > 0 ? [{ ...output, text: output.text.slice(0, kept) }] : []), ...told];
  }

  #spill(text: string): CellOutput[] {
    const before = this.#spilled;
    this.#spilled += text.length;
    if (before > this.limits.file) return [];
    try {
      if (before > 0 && this.#spilled > this.limits.file)
        return [note(`${this.#opened().path} is full too: whatever else this cell prints is lost.`)];
      writeSync(this.#opened().descriptor, text);
      return before > 0
        ? []
        : [
            note(
              `This cell has printed ${inWords(this.limits.text)} characters. The rest goes to ${this.#opened().path}`,
            ),
          ];
    } catch (error) {
      this.#spilled = Infinity;
      return [
        note(
          `This cell has printed ${inWords(this.limits.text)} characters. The rest is lost: ${(error as Error).message}`,
        ),
      ];
    }
  }

  #takeShown(output: Shown): Shown {
    const size = Object.values(output.data).reduce((sum: number, form) => sum + sizeOf(form), 0);
    if (size <= this.limits.display) return output;
    const told = `A value of ${inWords(size)} characters is too large to show. ${this.#saved(output)}`;
    return { ...output, data: { "text/plain": told } };
  }

  /** Where the value is, or why it is not: a full disk must not end the cell. */
  #saved(output: Shown): string {
    try {
      return `It was saved to ${this.#wholeFile(output)}`;
    } catch (error) {
      return `It could not be saved: ${(error as Error).message}`;
    }
  }

  #opened(): { readonly path: string; readonly descriptor: number } {
    if (this.#file) return this.#file;
    return (this.#file = newFile(`cell-${this.executionCount}`));
  }

  #wholeFile({ data }: Shown): string {
    const file = path.join(folder(), `cell-${this.executionCount}-${Date.now()}.json`);
    const descriptor = openSync(file, "w");
    try {
      writeSync(descriptor, JSON.stringify(data));
    } finally {
      closeSync(descriptor);
    }
    return file;
  }
}

/** A text file of this cell alone: a restarted notebook counts its cells from 1 again. */
function newFile(name: string, number = 1): { path: string; descriptor: number } {
  const file = path.join(folder(), number === 1 ? `${name}.txt` : `${name}-${number}.txt`);
  if (existsSync(file)) return newFile(name, number + 1);
  return { path: file, descriptor: openSync(file, "wx") };
}

let made: string | undefined;

function folder(): string {
  return (made ??= mkdtempSync(path.join(tmpdir(), "aen-output-")));
}

function note(text: string): StreamOutput {
  return { output_type: "stream", name: "stderr", text: `\n${text}\n` };
}

function inWords(count: number): string {
  return count.toLocaleString("en");
}

/** Characters of a form, counted without copying it. */
function sizeOf(form: unknown): number {
  if (typeof form === "string") return form.length;
  if (typeof form !== "object" || form === null) return 8;
  return Object.values(form).reduce((sum: number, each) => sum + sizeOf(each), 2);
}
