import { leftOutSentence, type LeftOutClip } from "./leftOutClips.js";
import { facelessText } from "./facelessText.js";
import { nearNamesText } from "./nearNames.js";
import type { LabelSet } from "../labels.js";
import type { Clip } from "./clip.js";

/** The clips that a table describes, with the label set that their labels refer to. */
export interface DescribedClips {
  readonly clips: readonly Clip[];
  readonly labels: LabelSet;
  /** The people shown in them, each once. */
  readonly identities: readonly string[];
  /** The clips that their source names and that are not among them. */
  readonly leftOut?: readonly LeftOutClip[];
}

/** A table of a clip set: clips, frames and deviating frames of each emotion. */
export function describeClips(set: DescribedClips): string {
  const rows = set.labels.emotions.map((name, emotion) =>
    countRow(
      name,
      set.clips.filter(({ label }) => label === emotion),
    ),
  );
  const unlabelled = set.clips.filter(({ label }) => label === null);
  if (unlabelled.length > 0) rows.push(countRow("(no label)", unlabelled));
  const withTruth = set.clips.some(({ truth }) => truth !== null);
  const head = ["emotion", "clips", "frames", ...(withTruth ? ["deviating"] : [])];
  const table = alignColumns([head, ...rows.map((row) => row.slice(0, head.length))]);
  const faceless = facelessText(set.clips);
  const nearNames = nearNamesText(set.clips);
  const near = nearNames === null ? [] : ["", `Note: ${nearNames}`];
  const { leftOut = [] } = set;
  const missing = leftOut.length > 0 ? ["", leftOutSentence(leftOut, set.clips.length + leftOut.length)] : [];
  return [summary(set), "", ...table, ...(faceless ? ["", `${faceless}.`] : []), ...near, ...missing].join(
    "\n",
  );
}

function summary(set: DescribedClips): string {
  if (set.clips.length === 0) return "No clips.";
  const people = set.identities.length;
  const frames = set.clips.reduce((sum, { frameCount }) => sum + frameCount, 0);
  const lengths = set.clips.map(({ frameCount }) => frameCount);
  const shortest = lengths.reduce((a, b) => Math.min(a, b));
  const longest = lengths.reduce((a, b) => Math.max(a, b));
  return [
    plural(set.clips.length, "clip"),
    ...(people > 0 ? [plural(people, "identity", "identities")] : []),
    `${plural(frames, "frame")} (${shortest === longest ? shortest : `${shortest} to ${longest}`} a clip)`,
  ].join(", ");
}

function countRow(name: string, clips: readonly Clip[]): string[] {
  const frames = clips.reduce((sum, { frameCount }) => sum + frameCount, 0);
  const deviating = clips.reduce(
    (sum, { truth }) => sum + (truth?.filter(({ deviation }) => deviation !== undefined).length ?? 0),
    0,
  );
  const share = frames === 0 ? "" : `${Math.round((100 * deviating) / frames)} %`;
  return [name, String(clips.length), String(frames), share];
}

function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join("  ")
      .trimEnd(),
  );
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}
