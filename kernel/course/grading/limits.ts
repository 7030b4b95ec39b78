import type { CellRunner } from "../../notebook/runNotebook.js";
import { memoryOfTree } from "./memoryOfTree.js";

/** What one submission may use. */
export interface SubmissionLimits {
  /** Seconds for each cell. */
  readonly cellSeconds: number;
  /** Seconds for all cells together. */
  readonly totalSeconds: number;
  /** Bytes, of the process and all that it starts. */
  readonly memory: number;
  /** Characters that one cell may print. */
  readonly output: number;
}

export const usualLimits: SubmissionLimits = {
  cellSeconds: 60,
  totalSeconds: 600,
  memory: 3 * 1024 ** 3,
  output: 1_000_000,
};

/** A kernel for one submission. */
export interface SubmissionKernel extends CellRunner {
  readonly pid: number | undefined;
  /** Ends the process at once. */
  kill(): void;
}

/** Stops a cell that prints more than its limit; what it prints beyond is dropped. */
export function withOutputLimit(kernel: CellRunner, { output: limit }: SubmissionLimits): CellRunner {
  return {
    interrupt: () => kernel.interrupt(),
    execute: (code, { onOutput }) => {
      let printed = 0;
      return kernel.execute(code, {
        onOutput: (output) => {
          const before = printed;
          if (output.output_type === "stream") printed += output.text.length;
          if (printed <= limit) return onOutput(output);
          if (output.output_type !== "stream") return onOutput(output);
          if (before > limit) return;
          const evalue = `The cell printed more than ${limit.toLocaleString("en")} characters, and was stopped.`;
          onOutput({
            output_type: "error",
            ename: "OutputLimit",
            evalue,
            traceback: [`OutputLimit: ${evalue}`],
          });
          void kernel.interrupt();
        },
      });
    },
  };
}

/**
 * Ends a kernel whose processes use more memory than they may.
 *
 * @returns a function that stops watching and tells whether the kernel was ended
 */
export function watchMemory(kernel: SubmissionKernel, { memory }: SubmissionLimits): () => boolean {
  let isEnded = false;
  const watch = setInterval(() => {
    if (isEnded || kernel.pid === undefined || memoryOfTree(kernel.pid) <= memory) return;
    isEnded = true;
    kernel.kill();
  }, 250);
  return () => {
    clearInterval(watch);
    return isEnded;
  };
}
