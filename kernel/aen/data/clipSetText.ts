import type { ClipSet } from "./clipSet.js";

/** What a set of clips holds, as a table: clips, frames and deviating frames of each emotion. */
export function describeClips(set: ClipSet): string {
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
  return [summary(set), "", ...alignColumns([head, ...rows.map((row) => row.slice(0, head.length))])].join(
    "\n",
  );
}

function summary(set: ClipSet): string {
  if (set.length === 0) return "No clips.";
  const people = set.identities.length;
  const frames = set.clips.reduce((sum, { frameCount }) => sum + frameCount, 0);
  const lengths = set.clips.map(({ frameCount }) => frameCount);
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
  return [
    plural(set.length, "clip"),
    ...(people > 0 ? [plural(people, "identity", "identities")] : []),
    `${plural(frames, "frame")} (${shortest === longest ? shortest : `${shortest} to ${longest}`} a clip)`,
  ].join(", ");
}

function countRow(name: string, clips: ClipSet["clips"]): string[] {
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
