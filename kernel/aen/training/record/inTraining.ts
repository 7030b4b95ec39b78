import { existsSync, statSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { beganAfter, isAlive } from "../../../files/processes.js";
import { FolderInUse, lockFolder } from "../../../files/writerLock.js";
import type { StartEvent, TrainingEvent } from "../../../contracts/runs/trainingEvents.js";

/** The folders of the runs that this process is training. */
const ours = new Set<string>();

/**
 * Makes this process the one that trains a run.
 * @param onWarning told when no lock can be written; the training goes on without
 * @returns a function that ends that
 * @throws RangeError when another process, of this machine or of another one with the same folder, is training it
 */
export function beginTraining(folder: string, onWarning: (message: string) => void): () => void {
  const unlock = locked(folder, onWarning);
  ours.add(folder);
  return () => {
    ours.delete(folder);
    unlock();
  };
}

function locked(folder: string, onWarning: (message: string) => void): () => void {
  try {
    return lockFolder(folder);
  } catch (error) {
    if (error instanceof FolderInUse) {
      const { pid, host } = error.writer;
      throw new RangeError(
        `The run "${path.basename(folder)}" is still training in process ${pid} of ${host}: stop it there, or end ` +
          `that process, before you resume it.`,
        { cause: error },
      );
    }
    onWarning(
      `The run's folder cannot be locked (${(error as Error).message}): let no other process resume it.`,
    );
    return () => {};
  }
}

/** @throws RangeError when this or another process of this machine is still training the run, saying what to do */
export function requireNotInTraining(folder: string, events: readonly TrainingEvent[]): void {
  if (ours.has(folder)) {
    throw new RangeError(
      `The run "${path.basename(folder)}" is still training in this process (${process.pid}): await it, or stop it ` +
        `before you resume it.`,
    );
  }
  const last = events.findLast(({ type }) => type === "start" || type === "end") as
    StartEvent | { readonly type: "end" } | undefined;
  if (last?.type !== "start" || !last.process) return;
  const { pid, host } = last.process;
  // A record of this very process that it is not training is a copy, or of an earlier process with the same number.
  if (host !== hostname() || pid === process.pid || !isAlive(pid)) return;
  const file = path.join(folder, "events.jsonl");
  if (existsSync(file) && beganAfter(pid, statSync(file).mtimeMs) === true) return;
  throw new RangeError(
    `The run "${path.basename(folder)}" is still training in process ${pid} of this machine: stop it there, or end ` +
      `that process, before you resume it. If that process is something else that was given the same number, remove ` +
      `"process" from the last line with "type":"start" in "${file}".`,
  );
}
