import type { VideoOutcome } from "./addVideo.js";

/** How many videos a result shows. */
const shown = 10;

/** What the table of clips says of a video, by column; null for a video that has no row. */
export type ClipCells = Readonly<Record<string, string>> | null;

/** Videos that were read, with their rows in the table of clips. */
export interface ToldPredictions {
  readonly frames: string;
  readonly clips: string;
  readonly videos: readonly VideoOutcome[];
  /** For each video. */
  readonly rows: readonly ClipCells[];
}

/** A heading, and a row for each of the first videos: what was read of it, and what to mind. */
export function predictionCells({ videos, rows }: ToldPredictions): string[][] {
  const heading = ["video", "frames", "with face", "sentiment", "emotion", "warnings"];
  return [heading, ...videos.slice(0, shown).map((video, at) => cellsOf(video, rows[at]))];
}

function cellsOf({ file, failed, unwritten }: VideoOutcome, row: ClipCells): string[] {
  const warnings = [failed ?? row?.warnings ?? "", unwritten ?? ""].filter((text) => text !== "").join("; ");
  if (failed !== null || row === null) return [file, "–", "–", "–", "–", warnings];
  return [file, row.frames, row.faces, named(row, "sentiment"), named(row, "emotion"), warnings];
}

/** "Happy 0.62", with the probability of what the row names. */
function named(row: Readonly<Record<string, string>>, what: "sentiment" | "emotion"): string {
  const probability = Number(row[`${what}_${row[what]}`] || NaN);
  return row[what] === "" ? "–" : `${row[what]} ${probability.toFixed(2)}`;
}

/** How many videos there are, how many could not be used, and where the tables are. */
export function predictionSentences({ videos, frames, clips, rows }: ToldPredictions): string[] {
  const failed = videos.filter((video) => video.failed !== null).length;
  const unwritten = videos.filter((video) => video.unwritten !== null).length;
  const warned = videos.filter(
    (video, at) => video.failed === null && (rows[at]?.warnings ?? "") !== "",
  ).length;
  const read = `${videos.length - failed} of ${videos.length} videos are read`;
  return [
    `${read}${videos.length > shown ? `, the first ${shown} are shown` : ""}.`,
    ...(failed > 0 ? [`Videos that cannot be used: ${failed}; \`failed\` lists them.`] : []),
    ...(warned > 0 ? [`Videos with warnings: ${warned}.`] : []),
    ...(unwritten > 0 ? [`Videos whose label files are not written: ${unwritten}.`] : []),
    `Every frame: ${frames}. Every video: ${clips}.`,
  ];
}
