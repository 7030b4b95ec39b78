import { existsSync, statSync } from "node:fs";
import { sampleOfFile } from "../../../files/sampleOfFile.js";
import type { Clip } from "../../clips/clip.js";
import { keyByName } from "../../clips/knownClips.js";

/**
 * Says which clips are copies of others, or links to them: a video of equal size, a folder with pictures of equal names and
 * sizes, and equal bytes in some places. A split can put copies on both sides, and two labels of one recording cannot both be
 * right.
 * @param source the file or folder of the clips
 * @returns at most one sentence
 */
export async function remarksOnCopies(clips: readonly Clip[], source: string): Promise<string[]> {
  if (clips.length < 2) return [];
  const groups = [...(await copiesAmong(clips)).values()].filter((group) => group.length > 1);
  if (groups.length === 0) return [];
  const copies = groups.reduce((sum, group) => sum + group.length - 1, 0);
  const otherwise = groups.filter((group) => new Set(group.map(({ label }) => label)).size > 1).length;
  const [[one, other]] = groups;
  const verb =
    copies === 1 ? "is a copy of another, or a link to it" : "are copies of others, or links to them";
  return [
    `${source}: ${copies} of ${clips.length} clips ${verb} ("${other.id}" of "${one.id}")` +
      `${otherwise > 0 ? `, ${otherwise} of them with another label` : ""}. A split can put copies on both sides: remove them.`,
  ];
}

async function copiesAmong(clips: readonly Clip[]): Promise<Map<string, Clip[]>> {
  const alike = new Map<string, { clip: Clip; looked: readonly string[] }[]>();
  for (const clip of clips) {
    if (!clip.contentFiles || !clip.contentKey || isNameOrChecksum(clip)) continue;
    const files = await clip.contentFiles();
    const key = files.length === 1 ? sizeOf(files[0]) : clip.contentKey;
    if (key !== null) add(alike, key, { clip, looked: [files[0], files[files.length >> 1]] });
  }
  const groups = new Map<string, Clip[]>();
  for (const [key, several] of alike) {
    if (several.length === 1) continue;
    for (const { clip, looked } of several)
      if (looked.every((file) => existsSync(file)))
        add(groups, JSON.stringify([key, looked.map((file) => sampleOfFile(file))]), clip);
  }
  return groups;
}

function sizeOf(file: string): string | null {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  return size === undefined ? null : `${size} bytes`;
}

/** Whether a content key says nothing of the content, or all: copies of stills are told by their checksums. */
function isNameOrChecksum(clip: Clip): boolean {
  return clip.contentKey === keyByName(clip) || clip.contentKey!.startsWith("sha256:");
}

function add<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const there = groups.get(key);
  if (there) there.push(value);
  else groups.set(key, [value]);
}
