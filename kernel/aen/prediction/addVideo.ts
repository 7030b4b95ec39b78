import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { DataError } from "../../files/dataError.js";
import { isOfOneClip } from "../sources/gatherClips.js";
import { openVideo, type VideoFile } from "../sources/video/videoFile.js";
import { labelFile, labelText, writeLabelFile, type LabelFormat } from "./labelFiles.js";
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
  const outcome = { file, fileNumber, fileCount };
  try {
    const video = await openVideo(file);
    if (known) requireUnchanged(video, known);
    const isThere = known !== undefined && hasLabelFiles(known, work.formats);
    if (!isThere) await readInto(table, video, known, work, run);
    return { ...outcome, wasThere: known !== undefined, failed: null };
  } catch (error) {
    run.signal?.throwIfAborted();
    if (!isOfOneClip(error)) throw error;
    const { message } = error;
    if (!known) table.add(failedEntry(file, message, work), "");
    return { ...outcome, wasThere: known !== undefined, failed: message };
  } finally {
    if (work.scratch) await rm(work.scratch, { recursive: true, force: true });
  }
}

async function readInto(
  table: PredictionTable,
  video: VideoFile,
  known: RecordedVideo | undefined,
  work: TableWork,
  run: PredictionRun,
): Promise<void> {
  const { file, bytes, changed } = video;
  const read = await predictVideo(video, work, run);
  const labelFiles = work.formats.map((format) => {
    const place = labelFile(path.resolve(file), format);
    writeLabelFile(place, labelText(format, read, work.use.model.labels, table.record.started));
    return place;
  });
  const row = known?.row ?? read.row;
  const kept = (known?.labelFiles ?? []).filter((place) => !labelFiles.includes(place));
  const about = { file, place: path.resolve(file), bytes, changed, row, failed: null };
  table.add({ ...about, labelFiles: [...kept, ...labelFiles] }, known ? "" : read.rows);
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
