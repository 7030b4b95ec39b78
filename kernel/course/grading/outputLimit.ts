import type { CellOutput, ErrorOutput } from "../../contracts/cellOutput.js";
import type { CellRunner } from "../../notebook/runNotebook.js";
import type { SubmissionLimits } from "./limits.js";

/** The name of the error of a cell whose outputs were too much. */
export const outputLimitError = "OutputLimit";

type Limits = Pick<SubmissionLimits, "output" | "shown">;

/**
 * Stops a cell that prints more than a cell may, or with which the notebook shows more than it may; what comes after is
 * dropped. What a cell clears or replaces counts no longer.
 */
export function withOutputLimit(kernel: CellRunner, limits: Limits): CellRunner {
  const shown = new ShownSize();
  return {
    interrupt: () => kernel.interrupt(),
    execute: (code, { onOutput }) => {
      const cell = new CellOutputs(limits, shown);
      return kernel.execute(code, {
        onOutput: (output) => {
          if (cell.isOver) return;
          const excess = cell.add(output);
          if (excess === undefined) return onOutput(output);
          onOutput(stopped(excess));
          void kernel.interrupt();
        },
      });
    },
  };
}

/** The outputs of one cell, until they are too much. */
class CellOutputs {
  isOver = false;
  #printed = 0;

  constructor(
    readonly limits: Limits,
    readonly shown: ShownSize,
  ) {}

  /** @returns what the cell did too much of */
  add(output: CellOutput): string | undefined {
    const { output: most, shown: mostShown } = this.limits;
    if (output.output_type === "clear_output") this.#printed = 0;
    if (output.output_type === "stream") this.#printed += output.text.length;
    else this.shown.add(output, this);
    const excess =
      this.#printed > most
        ? `printed more than ${counted(most)}`
        : this.shown.total > mostShown
          ? `brought what the notebook shows to more than ${counted(mostShown)}`
          : undefined;
    this.isOver = excess !== undefined;
    return excess;
  }
}

/** The size of all pictures, pages and views of a notebook. */
class ShownSize {
  readonly #sizes = new Map<unknown, { readonly cell: object; readonly size: number }>();
  total = 0;

  add(output: Exclude<CellOutput, { output_type: "stream" }>, cell: object): void {
    if (output.output_type === "clear_output") return this.#clear(cell);
    const id = "transient" in output ? output.transient?.display_id : undefined;
    const key = id ?? Symbol();
    const replaced = this.#sizes.get(key);
    const size = JSON.stringify(output).length;
    this.total += size - (replaced?.size ?? 0);
    this.#sizes.set(key, { cell: replaced?.cell ?? cell, size });
  }

  #clear(cell: object): void {
    for (const [key, { cell: of, size }] of this.#sizes) {
      if (of !== cell) continue;
      this.total -= size;
      this.#sizes.delete(key);
    }
  }
}

function counted(characters: number): string {
  return `${characters.toLocaleString("en")} characters`;
}

function stopped(excess: string): ErrorOutput {
  const evalue = `The cell ${excess}, and was stopped.`;
  return {
    output_type: "error",
    ename: outputLimitError,
    evalue,
    traceback: [`${outputLimitError}: ${evalue}`],
  };
}
