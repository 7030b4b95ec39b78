import type { Clip } from "./clip.js";
import { ClipSet } from "./clipSet.js";

export interface StillsOptions {
  /** The least intensity of the emotion, from 0 to 1. @default 0.5 */
  readonly least?: number;
  /** The most frames of one clip, evenly spread over those that fit. @default 4 */
  readonly perClip?: number;
}

/**
 * Single frames that are known to show the emotion of their clip, each as a clip of one frame: labelled stills, as
 * a bottom-up branch is pretrained on (SPEC.md, section 4 and quirk 14).
 * @throws RangeError when no clip has a truth for its frames
 */
export function stillsOf(set: ClipSet, { least = 0.5, perClip = 4 }: StillsOptions = {}): ClipSet {
  if (set.clips.every(({ truth }) => truth === null)) {
    throw new RangeError(
      "Stills are taken where the truth of single frames is known; no clip of this set has it.",
    );
  }
  return new ClipSet(
    set.clips.flatMap((clip) => spread(clearFrames(clip, least), perClip).map((frame) => still(clip, frame))),
    set.labels,
  );
}

function clearFrames({ truth, label }: Clip, least: number): number[] {
  const frames = (truth ?? []).map(({ emotion, intensity, deviation }, frame) =>
    emotion === label && intensity >= least && deviation === undefined ? frame : -1,
  );
  return frames.filter((frame) => frame >= 0);
}

function spread(frames: readonly number[], count: number): number[] {
  const taken = Math.min(count, frames.length);
  return Array.from(
    { length: taken },
    (_, index) => frames[Math.floor(((index + 0.5) * frames.length) / taken)],
  );
}

function still(clip: Clip, frame: number): Clip {
  return {
    id: `${clip.id} frame ${frame}`,
    label: clip.label,
    identity: clip.identity,
    frameCount: 1,
    frameRate: null,
    truth: clip.truth && [clip.truth[frame]],
    contentKey: clip.contentKey && `${clip.contentKey} frame ${frame}`,
    read: (frames, signal) =>
      clip.read(
        frames.map(() => frame),
        signal,
      ),
  };
}
