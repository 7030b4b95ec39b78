import path from "node:path";
import { FolderInUse, lockFolder, type Writer } from "../../files/writerLock.js";
import { explainedWriteError } from "../training/record/explainedWriteError.js";
import { makeFolder } from "../../files/writeAtomically.js";

/** A run of a study that another process, or another study of this one, is carrying out. */
export class RunInUse extends RangeError {
  override readonly name = "RunInUse";
}

/**
 * Makes the study's folder, and this process the only one that carries out a study.
 * @param folder of the study
 * @param onWarning told when no lock can be written; the study goes on without
 * @returns a function that gives it free
 * @throws RangeError when the study is being carried out, saying by which process of which machine; Error, saying what
 *   to do, when the folder cannot be made
 */
export function lockStudy(folder: string, onWarning: (message: string) => void): () => void {
  try {
    makeFolder(folder);
  } catch (cause) {
    throw new Error(explainedWriteError(cause, `The record of the study ("${folder}")`), { cause });
  }
  return locked(folder, onWarning, (writer) => {
    throw new RangeError(
      `The study "${path.basename(folder)}" is being carried out by ${nameOf(writer)}: await it or stop it there, or ` +
        "name another folder with { record: folder }.",
    );
  });
}

/** As {@link lockStudy}, for one run: studies share the runs that they have in common. @throws RunInUse */
export function lockStudyRun(folder: string, onWarning: (message: string) => void): () => void {
  return locked(folder, onWarning, (writer) => {
    throw new RunInUse(
      `This run is being carried out by ${nameOf(writer)}, for a study that has it in common. Await that one; the same ` +
        "call then takes the run over.",
    );
  });
}

function locked(
  folder: string,
  onWarning: (message: string) => void,
  refuse: (writer: Writer) => never,
): () => void {
  try {
    makeFolder(folder);
    return lockFolder(folder);
  } catch (error) {
    if (error instanceof FolderInUse) refuse(error.writer);
    onWarning(
      `The study's folders cannot be locked (${(error as Error).message}): let no other process carry it out.`,
    );
    return () => {};
  }
}

function nameOf({ pid, host }: Writer): string {
  return pid === process.pid ? `this process (${pid})` : `process ${pid} of ${host}`;
}
