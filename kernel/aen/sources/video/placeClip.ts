import { rename, rm, stat } from "node:fs/promises";
import { readRecord, writeRecord, type ClipRecord } from "./clipRecord.js";

/** Where an earlier import stays while another one takes its place. */
const earlier = (folder: string) => `${folder}.earlier`;

/**
 * Puts complete frames and their record in the place of those of an earlier import, which stay aside until then. What a
 * crash or a failing disk has left halfway is for {@link restoreClip}.
 * @param partial the folder with the frames; renamed to `folder`
 */
export async function placeClip(folder: string, partial: string, record: ClipRecord): Promise<void> {
  const aside = earlier(folder);
  await setAside(folder, aside);
  writeRecord(`${folder}.json`, record);
  await rename(partial, folder);
  await removeEarlier(aside).catch(() => {}); // the next import removes it
}

/**
 * Puts an earlier import back that was set aside, its record first, unless another one has taken its place; removes what
 * else is left of it.
 */
export async function restoreClip(folder: string): Promise<void> {
  const aside = earlier(folder);
  const record = await readRecord(`${aside}.json`);
  if (record && (await exists(aside)) && !(await exists(folder))) {
    writeRecord(`${folder}.json`, record);
    await rename(aside, folder);
  }
  await removeEarlier(aside);
}

/** The copy of the record is written first: frames that stand aside without one are on their way out. */
async function setAside(folder: string, aside: string): Promise<void> {
  const record = await readRecord(`${folder}.json`);
  if (!record || !(await exists(folder))) return rm(folder, { recursive: true, force: true });
  writeRecord(`${aside}.json`, record);
  await rename(folder, aside);
}

/** The copy of the record goes first: a part of the frames is never put back. */
async function removeEarlier(aside: string): Promise<void> {
  await rm(`${aside}.json`, { force: true });
  await rm(aside, { recursive: true, force: true });
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
