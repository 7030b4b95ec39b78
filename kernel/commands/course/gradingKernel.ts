import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Confinement, confinementOf } from "../../course/grading/confinement.js";
import type { SubmissionKernel, SubmissionLimits } from "../../course/grading/limits.js";
import { startKernel } from "../startKernel.js";

/** A folder of a submission's own, gone after `body`. */
export async function inOwnFolder<T>(body: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-grading-"));
  try {
    return await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * Starts a kernel for one submission, as confined as this system allows.
 *
 * @param course hidden from it
 * @param own the submission's own folder
 */
export async function startGradingKernel(
  course: string,
  own: string,
  { memory }: SubmissionLimits,
): Promise<SubmissionKernel> {
  const { commandLine } = confinementOf(path.resolve(course), own);
  const kernel = await startKernel({
    cwd: own,
    // The limit of V8's heap; the watch on memory has the rest.
    commandLine: (program, args) =>
      commandLine(program, [`--max-old-space-size=${Math.floor(memory / 2 ** 20)}`, ...args]),
    env: environment(own),
    onLog: () => {},
  });
  return {
    get pid() {
      return kernel.pid;
    },
    execute: (code, { onOutput }) => kernel.execute(code, { onOutput, stopOnError: false }),
    interrupt: () => kernel.interrupt(),
    kill: () => {
      if (kernel.isAlive && kernel.pid !== undefined) process.kill(kernel.pid, "SIGKILL");
    },
  };
}

/** Everything that a program leaves behind by itself goes into the submission's folder. */
function environment(own: string): Readonly<Record<string, string>> {
  return { HOME: own, TMPDIR: own, XDG_CACHE_HOME: path.join(own, ".cache") };
}

/** What the system holds submissions to. */
export function confinementHere(course: string): Promise<Confinement> {
  return inOwnFolder((own) => Promise.resolve(confinementOf(path.resolve(course), own)));
}
