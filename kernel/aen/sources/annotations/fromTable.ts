import { statSync } from "node:fs";
import path from "node:path";
import { dfewLabels, type LabelSet } from "../../labels.js";
import type { ColumnMap } from "../../clips/datasetDescription.js";
import type { Clip } from "../../clips/clip.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { DataError } from "../../../files/dataError.js";
import { withFaceShare } from "../../clips/leftOutByFaces.js";
import { remark } from "../../host/remark.js";
import { gatherClips, type GatherOptions } from "../gathering/gatherClips.js";
import { clipFromRecording, type RecordingFacts } from "../video/clipFromRecording.js";
import type { VideoOptions } from "../video/fromVideos.js";
import { readWrittenLabels, type LabelRules } from "../labels/labelRules.js";
import { readTable, type TableRow } from "../labels/labelTable.js";
import { readPaths, withPath } from "../labels/pathFacts.js";
import type { PathPattern } from "../labels/pathPattern.js";
import { recordingId } from "../labels/recordingId.js";
import { rejectRepetitions } from "../labels/rejectRepetitions.js";
import { recordingAt } from "../labels/recordingAt.js";

/** Options for reading a table of clips. */
export interface FromTableOptions extends Omit<VideoOptions, "labelSet">, LabelRules, GatherOptions {
  readonly columns?: ColumnMap;
  /** Columns that say which groups a clip belongs to, e.g. `["sex", "age"]`: fields of `clip.groups`. */
  readonly groups?: readonly string[];
  /** What the rows' paths say of people and groups where the columns do not, e.g. `"{identity}/*.mp4"`. */
  readonly pattern?: PathPattern;
  /** The folder that relative paths start at; the table's own by default. */
  readonly root?: string;
  /** For paths from another machine: a path prefix and its replacement on this one. */
  readonly remap?: Readonly<Record<string, string>>;
  readonly labels?: LabelSet;
}

/**
 * The clips of a CSV table: videos or folders of frames, with an emotion (name or number) and, if the table
 * has the column, the person shown.
 * @param base the folder that clips' ids are relative to; without it an id is the clip's place
 * @throws DataError naming the offending file and line
 */
export async function clipsFromTable(
  file: string,
  options: FromTableOptions = {},
  base?: string,
): Promise<ClipSet> {
  const { labels = dfewLabels } = options;
  const rows = await readTable(file, options.columns, options.groups);
  const written = rows.map(({ label, line }) => ({ label, place: { file, line } }));
  const read = readWrittenLabels(written, labels, options, file);
  const place = { file, root: path.resolve(options.root ?? path.dirname(file)), remap: options.remap };
  const places = rows.map((row) => recordingAt(row, place));
  rejectRepetitions(rows, places, file);
  const { facts, remarks } = readPaths(
    rows.map((row) => row.path),
    options.pattern,
  );
  remarks.forEach(remark);
  const openings = rows.map((row, at) => {
    const label = read[at];
    if (label === undefined) return { name: row.path, open: null };
    const said = { identity: row.identity, groups: options.groups && row.groups };
    const known = { id: recordingId(places[at], base), label, labels, ...withPath(said, facts[at]) };
    return { name: row.path, open: () => openRow(row, places[at], file, known, options) };
  });
  const set = await gatherClips(openings, labels, file, options);
  return set.madeBy("fromTable", [file, withFaceShare(options, set)], [file]);
}

function openRow(
  row: TableRow,
  place: string,
  file: string,
  known: RecordingFacts,
  options: FromTableOptions,
): Promise<Clip> {
  const facts = statSync(place, { throwIfNoEntry: false });
  if (!facts) {
    throw new DataError(`"${row.path}" does not exist (looked for ${place}).`, { file, line: row.line });
  }
  return clipFromRecording(place, facts.isDirectory(), known, options);
}
