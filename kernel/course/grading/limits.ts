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
  /** Characters of pictures, pages and views that all cells together may show. */
  readonly shown: number;
}

export const usualLimits: SubmissionLimits = {
  cellSeconds: 60,
  totalSeconds: 600,
  memory: 3 * 1024 ** 3,
  output: 1_000_000,
  shown: 50_000_000,
};

/** A kernel for one submission. */
export interface SubmissionKernel extends CellRunner {
  readonly pid: number | undefined;
  /** Ends the process at once. */
  kill(): void;
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
