import type { Clip, ClipSource, OpenClip } from "./clip.js";
import { ClipSet } from "./clipSet.js";

export interface StillsOptions {
  /**
   * Minimum intensity of the emotion, from 0 to 1. A neutral face has none, so all frames of a clip whose own emotion is
   * never above 0 qualify. @default 0.5
   */
  readonly least?: number;
  /** Maximum number of frames per clip, evenly spread over those that qualify. @default 4 */
  readonly perClip?: number;
}

/**
 * Single frames known to show their clip's emotion, each as a one-frame clip: labelled stills, used to pretrain
 * a bottom-up branch (SPEC.md, section 4 and quirk 14).
 * @throws RangeError when no clip has ground truth for its frames
 */
export function stillsOf(set: ClipSet, { least = 0.5, perClip = 4 }: StillsOptions = {}): ClipSet {
  if (set.clips.every(({ truth }) => truth === null)) {
    throw new RangeError("Stills need ground truth for each frame, and no clip of this set has it.");
  }
  return new ClipSet(
    set.clips.flatMap((clip) => spread(clearFrames(clip, least), perClip).map((frame) => still(clip, frame))),
    set.labels,
  ).madeBy("stills", [set, { least, perClip }]);
}

function clearFrames({ truth, label }: Clip, least: number): number[] {
  const own = (truth ?? []).flatMap(({ emotion, intensity, deviation }, frame) =>
    emotion === label && deviation === undefined ? [{ frame, intensity }] : [],
  );
  const isNeutral = own.every(({ intensity }) => intensity === 0);
  return own.filter(({ intensity }) => isNeutral || intensity >= least).map(({ frame }) => frame);
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
    ...(clip.peopleOf !== undefined && { peopleOf: clip.peopleOf }),
    frameCount: 1,
    frameRate: null,
    ...(clip.groups && { groups: clip.groups }),
    truth: clip.truth && [clip.truth[frame]],
    contentKey: clip.contentKey && `${clip.contentKey} frame ${frame}`,
    source: clip.source && { module: import.meta.url, data: { source: clip.source, frame } },
    read: (frames, signal) =>
      clip.read(
        frames.map(() => frame),
        signal,
      ),
  };
}

/** Reads a still; also called by worker threads. */
export const openClip: OpenClip = (data) => {
  const { source, frame } = data as { readonly source: ClipSource; readonly frame: number };
  return {
    read: async (frames, signal) => {
      const { openClip: open } = (await import(source.module)) as { openClip: OpenClip };
      return open(source.data).read(
        frames.map(() => frame),
        signal,
      );
    },
  };
};
