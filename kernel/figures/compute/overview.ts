import type { ClipPayload } from "../../contracts/payloads/clips.js";
import { percent } from "../drawing/labelText.js";
import { deviatingShare, facelessCount, readFrames } from "./frames.js";
import { worded, wordedCount } from "../../words/words.js";

/** The clips of an overview; those without frames are only counted. */
export interface OverviewClips {
  readonly clips: readonly ClipPayload[];
  readonly title?: string;
}

/** Clips with frames, by share of deviating frames in descending order. */
export function byDeviation(clips: readonly ClipPayload[]): ClipPayload[] {
  return clips
    .filter(({ frames }) => frames !== undefined && frames.numbers.length > 0)
    .map((clip) => ({ clip, share: deviatingShare(clip) }))
    .sort((left, right) => right.share - left.share)
    .map(({ clip }) => clip);
}

/** How many clips are shown, and for how many no frames are stored. */
export function overviewLine(withFrames: readonly ClipPayload[], all: number): string {
  const without = all - withFrames.length;
  const line = wordedCount(
    withFrames.length,
    "{0} clip, those whose frames deviate most first.",
    "{0} clips, those whose frames deviate most first.",
  );
  if (without <= 0) return line;
  return `${line} ${worded("{0} more are left out: their frames were not saved with this view.", without)}`;
}

/** The title of the overview. */
export function overviewTitle({ title }: OverviewClips): string {
  return title ?? worded("Frames of all clips");
}

function facesOf(clip: ClipPayload): string {
  const readings = readFrames(clip);
  const faceless = facelessCount(readings);
  return faceless > 0 ? ` (${faceless} of ${readings.length} frames show no face)` : "";
}

const textRows = 20;

/** Title and the clips whose frames deviate most, for a terminal. */
export function overviewText(overview: OverviewClips): string {
  const sorted = byDeviation(overview.clips);
  const rows = sorted
    .slice(0, textRows)
    .map((clip) => `${percent(deviatingShare(clip)).padStart(4)} %  ${clip.id}${facesOf(clip)}`);
  const line = overviewLine(sorted, overview.clips.length);
  const marked = sorted.some(({ frames }) => frames?.withoutFace);
  const heading = `share of deviating frames${marked ? " among those with a face" : ""}:`;
  return [overviewTitle(overview), line, "", heading, ...rows].join("\n");
}
