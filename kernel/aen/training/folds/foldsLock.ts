import path from "node:path";
import { makeFolder } from "../../../files/writeAtomically.js";
import { FolderInUse, lockFolder } from "../../../files/writerLock.js";
import { remark } from "../../host/remark.js";

/**
 * Makes this process the one that writes the record of a cross-validation. Where no lock can be made, the folds go on
 * without.
 * @returns a function that gives the record free
 * @throws RangeError when another cross-validation, of this process or of another one, writes it
 */
export function lockFolds(folder: string): () => void {
  try {
    makeFolder(folder);
    return lockFolder(folder);
  } catch (error) {
    if (error instanceof FolderInUse) {
      const { pid, host } = error.writer;
      throw new RangeError(
        `The folds "${path.basename(folder)}" are still training in process ${pid} of ${host}: stop them there, or end ` +
          "that process, before you resume them.",
        { cause: error },
      );
    }
    remark(
      `the folds' record cannot be locked (${(error as Error).message}): let no other process resume it.`,
    );
    return () => {};
  }
}
