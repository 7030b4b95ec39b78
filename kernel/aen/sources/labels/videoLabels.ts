import path from "node:path";
import type { ColumnMap } from "../../clips/datasetDescription.js";
import { DataError } from "../../../files/dataError.js";
import type { LabelSet } from "../../labels.js";
import { noneMatches, remarksOf } from "./labelRemarks.js";
import { readWrittenLabels, type LabelRules } from "./labelRules.js";
import { readTable } from "./labelTable.js";
import { readPaths, withPath } from "./pathFacts.js";
import type { PathFacts, PathPattern } from "./pathPattern.js";
import { recordingId } from "./recordingId.js";
import { matchRows, type MatchedRows, type NamingRow } from "./matchRows.js";

/**
 * The emotion of each video (name or number): a record by path, file name or name without extension; a function; or
 * a CSV table with a path and a label column, given by its file name, whose paths start at its own folder.
 */
export type VideoLabels =
  string | Readonly<Record<string, string | number | null>> | ((file: string) => string | number | null);

/** How videos are given labels and people. */
export interface VideoLabelling extends LabelRules {
  readonly labels?: VideoLabels;
  /** The columns of the table. */
  readonly columns?: ColumnMap;
  /** The folder that the table's relative paths start at; the table's own by default. */
  readonly root?: string;
  /** For paths of the table that are from another machine: a path prefix and its replacement on this one. */
  readonly remap?: Readonly<Record<string, string>>;
  /** Columns of the table that say which groups a clip belongs to, e.g. `["sex", "age"]`: fields of `clip.groups`. */
  readonly groups?: readonly string[];
  /**
   * What the videos' paths say where labels do not: their people, groups and, without `labels`, their emotions, e.g.
   * `"data/{identity}/{label}/*.mp4"`.
   */
  readonly pattern?: PathPattern;
  /** The person shown in each video, for splits by identity; by default the table's column, then the pattern's. */
  readonly identity?: (file: string) => string | null;
}

/** What is known of a video before it is opened. */
export interface LabelledVideo {
  readonly file: string;
  /** Index into the label set; null where it has none. */
  readonly label: number | null;
  readonly identity: string | null;
  /** By field; absent where none was asked for. */
  readonly groups?: Readonly<Record<string, string>>;
}

/** Videos with what is known of them, and what the user should know. */
export interface LabelledVideos {
  /** Without those that the label map leaves out. */
  readonly videos: readonly LabelledVideo[];
  /** Sentences: rows that name none of the videos, videos without a row, and how many the label map leaves out. */
  readonly remarks: readonly string[];
}

/**
 * The labels, people and groups of videos.
 * @param base the folder that the paths which the pattern reads are relative to; without it they are as given
 * @throws DataError where a row could be about several videos or two rows are about one, where no row is about any of
 *   the videos, for labels that are no emotions or may be numbered from 0 or 1, and for groups without a table
 */
export async function labelVideos(
  files: readonly string[],
  labelling: VideoLabelling,
  labelSet: LabelSet,
  base?: string,
): Promise<LabelledVideos> {
  const { labels, identity } = labelling;
  const table = typeof labels === "string" ? labels : undefined;
  const paths = readPaths(
    files.map((file) => recordingId(file, base)),
    labelling.pattern,
  );
  const given = await rowsOf(files, labelling, paths.facts);
  if (given.rows.length > 0 && files.length > 0 && given.rowOf.every((row) => row < 0)) {
    throw noneMatches(files, given);
  }
  const read = readWrittenLabels(given.rows, labelSet, labelling, table);
  const facts = files.map((file, at) => {
    const row = given.rowOf[at];
    const person = identity ? identity(file) || null : row < 0 ? null : given.rows[row].identity;
    const groups = labelling.groups && (row < 0 ? {} : given.rows[row].groups);
    const label = row < 0 ? null : read[row];
    return { file, label, ...withPath({ identity: person, groups }, paths.facts[at]) };
  });
  const videos = facts.filter((video) => video.label !== undefined) as LabelledVideo[];
  const remarks = given.rows.length === 0 ? [] : remarksOf(files, given, facts.length - videos.length);
  return { videos, remarks: [...paths.remarks, ...remarks] };
}

/** A row with what it says. */
interface SayingRow extends NamingRow {
  readonly label: string | number | null;
  readonly identity: string | null;
  readonly groups: Readonly<Record<string, string>>;
  readonly place: { readonly file?: string; readonly line?: number };
}

async function rowsOf(
  files: readonly string[],
  labelling: VideoLabelling,
  paths: readonly PathFacts[],
): Promise<MatchedRows<SayingRow>> {
  const { labels, columns, root, remap, groups } = labelling;
  if (groups && typeof labels !== "string") throw noColumns(groups);
  const isInPath = labels === undefined && paths.some(({ label }) => label !== null);
  if (typeof labels === "function" || isInPath) {
    const labelOf = typeof labels === "function" ? labels : (_: string, at: number) => paths[at].label;
    const rows = files.map((file, at) => entry(file, labelOf(file, at)));
    return { rows, rowOf: files.map((_, at) => at), naming: { root: "" } };
  }
  if (typeof labels !== "string") {
    const rows = Object.entries(labels ?? {}).map(([name, label]) => entry(name, label));
    const naming = { root: root ?? process.cwd(), remap, bareNames: true };
    return { rows, rowOf: matchRows(files, rows, naming), naming };
  }
  const read = await readTable(labels, columns, groups);
  const rows = read.map((row) => ({ ...row, place: { file: labels, line: row.line } }));
  const naming = { root: path.resolve(root ?? path.dirname(labels)), remap, file: labels };
  return { rows, rowOf: matchRows(files, rows, naming), naming };
}

function entry(name: string, label: string | number | null): SayingRow {
  return { path: name, line: null, label, identity: null, groups: {}, place: { file: name } };
}

function noColumns(groups: readonly string[]): DataError {
  return new DataError(
    `groups names the columns ${groups.join(", ")}, but labels is no table. Pass labels: "labels.csv" with these columns.`,
  );
}
