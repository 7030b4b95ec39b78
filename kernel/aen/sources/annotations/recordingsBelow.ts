import { realpath } from "node:fs/promises";
import path from "node:path";
import { folderEntries } from "../../../files/folderEntries.js";
import { isVideoName } from "../../../files/videoNames.js";
import { isImageName } from "../images/frameNames.js";

/** A video or a folder of frames. */
export interface Recording {
  /** From the folder that was searched, with "/" between folders. */
  readonly path: string;
  readonly isFolder: boolean;
}

/**
 * All recordings below a folder, at any depth, by name; a folder with images is one, whatever else is in it, and so is a
 * link that leads nowhere: it may have been one.
 */
export async function recordingsBelow(root: string): Promise<Recording[]> {
  return search(root, "", []);
}

/** @param above the folders that lead here: a link back to one of them is not followed */
async function search(root: string, below: string, above: readonly string[]): Promise<Recording[]> {
  const place = await realpath(path.join(root, below));
  if (above.includes(place)) return [];
  const entries = await folderEntries(path.join(root, below));
  if (below !== "" && entries.some(({ name, isFolder }) => !isFolder && isImageName(name)))
    return [{ path: below, isFolder: true }];
  const found: Recording[] = [];
  for (const { name, isFolder, leadsNowhere } of entries) {
    const inside = path.posix.join(below, name);
    if (isFolder) found.push(...(await search(root, inside, [...above, place])));
    else if (leadsNowhere || isVideoName(name)) found.push({ path: inside, isFolder });
  }
  return found;
}
