import { createHash } from "node:crypto";
import type { ClipSet } from "../clipSet.js";

/** What a run record keeps of the data that it was trained on. */
export interface DatasetDescription {
  readonly kind: "aen dataset";
  readonly version: 1;
  readonly name: string;
  /** The annotation list, relative to the description; absent where there is none. */
  readonly list?: string;
  readonly clips: number;
  readonly frames: number;
  readonly emotions: readonly string[];
  /** Clips of each emotion, in that order. */
  readonly counts: readonly number[];
  readonly unlabelled: number;
  readonly identities: number;
  /** SHA-256 over ids, labels, frame counts and what is known of the frames; 64 hexadecimal digits. */
  readonly contentHash: string;
}

/** Describes a set of clips, for a file beside it and for run records. The same clips give the same hash anywhere. */
export function describeDataset(
  clips: ClipSet,
  { name, list }: { readonly name: string; readonly list?: string },
): DatasetDescription {
  const hash = createHash("sha256").update(JSON.stringify(clips.labels.emotions));
  for (const { id, label, frameCount, identity, contentKey } of clips) {
    hash.update(JSON.stringify([id, label, frameCount, identity, contentKey ?? null]));
  }
  return {
    kind: "aen dataset",
    version: 1,
    name,
    ...(list === undefined ? {} : { list }),
    clips: clips.length,
    frames: clips.clips.reduce((sum, clip) => sum + clip.frameCount, 0),
    emotions: clips.labels.emotions,
    counts: clips.classCounts,
    unlabelled: clips.clips.filter(({ label }) => label === null).length,
    identities: clips.identities.length,
    contentHash: hash.digest("hex"),
  };
}
