import type { ClipPayload } from "../payload/clips.js";
import { deviatingShare } from "./frames.js";

/** Clips with frames, the share of deviating frames from the largest down. */
export function byDeviation(clips: readonly ClipPayload[]): ClipPayload[] {
  return clips
    .filter(({ frames }) => frames !== undefined && frames.numbers.length > 0)
    .map((clip) => ({ clip, share: deviatingShare(clip) }))
    .sort((left, right) => right.share - left.share)
    .map(({ clip }) => clip);
}

/** How many clips are shown, and how many have no frames. */
export function overviewLine(withFrames: readonly ClipPayload[], all: number): string {
  const without = all - withFrames.length;
  const left = without > 0 ? ` ${without} without frames are left out.` : "";
  return `${withFrames.length} ${withFrames.length === 1 ? "clip" : "clips"}, those whose frames deviate most first.${left}`;
}
