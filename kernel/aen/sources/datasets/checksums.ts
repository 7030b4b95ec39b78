import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Clip } from "../../clips/clip.js";
import type { ClipSet } from "../../clips/clipSet.js";
import type { DatasetDescription } from "../../clips/datasetDescription.js";
import type { LeftOutClip } from "../../clips/leftOutClips.js";
import { remark } from "../../host/remark.js";

/** What reading all content of clips gave. */
export interface Checksums {
  /** By clip id: the first 16 hexadecimal digits of SHA-256 over the SHA-256 of each of its files, in order. */
  readonly checksums: Readonly<Record<string, string>>;
  /** The clips that cannot be read, with the reasons. */
  readonly unreadable: readonly LeftOutClip[];
}

/** Reads every byte of the clips' files: the videos, or the frames where these are the data set. */
export async function checksumsOf(clips: Iterable<Clip>, signal?: AbortSignal): Promise<Checksums> {
  const checksums: [string, string][] = [];
  const unreadable: LeftOutClip[] = [];
  for (const clip of clips) {
    try {
      const files = (await clip.contentFiles?.()) ?? [];
      checksums.push([clip.id, await checksumOf(files, signal)]);
    } catch (error) {
      signal?.throwIfAborted();
      unreadable.push({ clip: clip.id, reason: (error as Error).message });
    }
  }
  return { checksums: Object.fromEntries(checksums), unreadable };
}

/** A description with checksums of its clips; the user is told of clips that cannot be read and so have none. */
export async function withChecksums(
  description: DatasetDescription,
  clips: ClipSet,
  signal?: AbortSignal,
): Promise<DatasetDescription> {
  const { checksums, unreadable } = await checksumsOf(clips, signal);
  if (unreadable.length > 0) {
    const { clip, reason } = unreadable[0];
    remark(`${unreadable.length} of ${clips.length} clips cannot be read. The first, ${clip}: ${reason}`);
  }
  return { ...description, checksums };
}

/** The clips whose content is not what it was, and those that are gone, each with the reason. */
export function changesSince(
  before: Readonly<Record<string, string>>,
  { checksums, unreadable }: Checksums,
): readonly LeftOutClip[] {
  const recorded = new Map(Object.entries(before));
  const others = Object.entries(checksums).filter(([id, sum]) => recorded.get(id) !== sum);
  const there = new Set([...Object.keys(checksums), ...unreadable.map(({ clip }) => clip)]);
  return [
    ...unreadable,
    ...others.map(([clip]) => ({ clip, reason: "its content is another" })),
    ...[...recorded.keys()]
      .filter((clip) => !there.has(clip))
      .map((clip) => ({ clip, reason: "it is gone" })),
  ];
}

async function checksumOf(files: readonly string[], signal?: AbortSignal): Promise<string> {
  const whole = createHash("sha256");
  for (const file of files) {
    signal?.throwIfAborted();
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(file, { signal })) hash.update(chunk as Buffer);
    whole.update(hash.digest());
  }
  return whole.digest("hex").slice(0, 16);
}
