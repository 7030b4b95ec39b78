import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { DataError } from "../../files/dataError.js";
import { isOfOneClip } from "../sources/gathering/isOfOneClip.js";
import { openVideo, type VideoFile } from "../sources/video/videoFile.js";
import { labelFile, labelText, writeLabelFiles, type LabelFormat } from "./labelFiles.js";
import type { PredictionTable } from "./predictionTable.js";
import { predictVideo, type PredictionRun, type PredictionWork } from "./predictVideo.js";
import type { RecordedVideo } from "./tableRecord.js";
import { failedRow } from "./tables.js";

/** What became of a video. */
export interface VideoOutcome {
  /** As named. */
  readonly file: string;
  /** Its position among the videos of the call, from 1, and their number. */
  readonly fileNumber: number;
  readonly fileCount: number;
  /** Whether its rows were in the table already. */
  readonly wasThere: boolean;
  /** Why it could not be used; null where it could. */
  readonly failed: string | null;
  /** Why its label files could not be written although its rows are in the table; null where they are, or none was asked for. */
  readonly unwritten: string | null;
}

/** What is the same for all videos of a table. */
export interface TableWork extends PredictionWork {
  /** Which label files are written beside each video. */
  readonly formats: readonly LabelFormat[];
  /** The folder of cropped faces if it is emptied after each video; else null. */
  readonly scratch: string | null;
}

/** Adds a video to a table, unless its rows are there; if it cannot be used, the table of clips says why. */
export async function addVideo(
  file: string,
  table: PredictionTable,
  work: TableWork,
  run: PredictionRun,
): Promise<VideoOutcome> {
  const { fileNumber, fileCount } = run;
  const entry = table.find(path.resolve(file));
  const known = entry?.failed === null ? entry : undefined;
  const outcome = { file, fileNumber, fileCount, unwritten: null };
  const name = table.nameOf(file);
  try {
    const video = await openVideo(name);
    if (known) requireUnchanged(video, known);
    const isThere = known !== undefined && hasLabelFiles(known, work.formats);
    const unwritten = isThere ? null : await readInto(table, video, known, work, run);
    return { ...outcome, wasThere: known !== undefined, failed: null, unwritten };
  } catch (error) {
    run.signal?.throwIfAborted();
    if (!isOfOneClip(error)) throw error;
    const { message } = error;
    if (!known) table.add(failedEntry(name, message, work), "");
    return { ...outcome, wasThere: known !== undefined, failed: message };
  } finally {
    if (work.scratch) await rm(work.scratch, { recursive: true, force: true });
  }
}

/** @returns why label files could not be written; null where they are */
async function readInto(
  table: PredictionTable,
  video: VideoFile,
  known: RecordedVideo | undefined,
  work: TableWork,
  run: PredictionRun,
): Promise<string | null> {
  const { file, bytes, changed } = video;
  const read = await predictVideo(video, work, run);
  const texts = work.formats.map((format) => ({
    place: labelFile(path.resolve(file), format),
    text: labelText(format, read, work.use.model.labels, table.record.started),
  }));
  const { labelFiles, unwritten } = writeLabelFiles(texts);
  const row = known?.row ?? read.row;
  const kept = (known?.labelFiles ?? []).filter((place) => !labelFiles.includes(place));
  const about = { file, place: path.resolve(file), bytes, changed, row, failed: null };
  table.add({ ...about, labelFiles: [...kept, ...labelFiles] }, known ? "" : read.rows);
  return unwritten;
}

function hasLabelFiles({ place, labelFiles }: RecordedVideo, formats: readonly LabelFormat[]): boolean {
  const wanted = formats.map((format) => labelFile(place, format));
  return wanted.every((each) => labelFiles.includes(each) && existsSync(each));
}

/** @throws DataError when the rows are of another state of the video */
function requireUnchanged({ file, bytes, changed }: VideoFile, known: RecordedVideo): void {
  if (bytes === known.bytes && changed === known.changed) return;
  throw new DataError(
    "the video has changed since its rows were written; they stay as they were. Choose another table for it.",
    { file },
  );
}

function failedEntry(file: string, failed: string, { use }: TableWork): RecordedVideo {
  const row = failedRow(file, failed, use.model.labels);
  return { file, place: path.resolve(file), bytes: 0, changed: 0, row, failed, labelFiles: [] };
}
