import { rmdirSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { FolderInUse, lockFolder } from "../../../files/writerLock.js";
import { makeFolder } from "../../../files/writeAtomically.js";
import { remark } from "../../host/remark.js";

/** Milliseconds between looks at whether another import has ended. */
const lookEvery = 200;

/**
 * Does something while nobody else imports to a folder: waits for another import, of this process or another one, which
 * may have made the folder by then. The lock is beside the folder, `<folder>.lock`, and a crash releases it. Where none
 * can be made, the import goes on without.
 * @throws the signal's reason when it is aborted while waiting
 */
export async function whileImporting<Result>(
  folder: string,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  const place = `${folder}.lock`;
  const unlock = await lockOnceFree(folder, place, signal);
  try {
    return await work();
  } finally {
    unlock();
    removeIfEmpty(place);
  }
}

async function lockOnceFree(
  folder: string,
  place: string,
  signal: AbortSignal | undefined,
): Promise<() => void> {
  for (let told = false; ;) {
    try {
      makeFolder(place);
      return lockFolder(place);
    } catch (error) {
      // Whoever has just ended removes the lock's folder.
      const isRemoved = (error as NodeJS.ErrnoException).code === "ENOENT";
      if (!(error instanceof FolderInUse) && !isRemoved) return () => {};
      if (error instanceof FolderInUse && error.writer.pid !== process.pid && !told) {
        const { pid, host } = error.writer;
        remark(`process ${pid} of ${host} is importing "${folder}"; waiting for it.`);
        told = true;
      }
      await delay(lookEvery, undefined, { signal });
    }
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // The next import has it, or the disk is gone.
  }
}
