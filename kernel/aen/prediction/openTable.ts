import { createHash, type Hash } from "node:crypto";
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import type { Labels } from "../../contracts/labels.js";
import { DataError } from "../../files/dataError.js";
import { keepFirst } from "../../files/keepFirst.js";
import { makeFolder, writeAtomically } from "../../files/writeAtomically.js";
import { FolderInUse, lockFolder } from "../../files/writerLock.js";
import { remark } from "../host/remark.js";
import { clipsText, PredictionTable } from "./predictionTable.js";
import type { TableFiles } from "./tableFiles.js";
import { clipHeader, frameHeader } from "./tables.js";
import {
  readTableRecord,
  requireSameSettings,
  writeTableRecord,
  type TableRecord,
  type TableSettings,
} from "./tableRecord.js";
import { sha256 } from "../../files/sha256.js";

/**
 * Begins a table of predictions, or goes on with one.
 * @throws DataError when the table was begun with other weights or options, was changed or made otherwise, or when another
 *   process writes it
 */
export async function openTable(
  files: TableFiles,
  labels: Labels,
  settings: TableSettings,
): Promise<PredictionTable> {
  if (!existsSync(files.record)) requireNew(files);
  makeFolder(files.folder);
  const unlock = locked(files);
  try {
    const record = readTableRecord(files.record);
    const isBegun = record !== null && record.videos.length > 0;
    if (isBegun) requireSameSettings(files.frames, record.settings, settings);
    const begun = isBegun ? record : begin(files, labels, settings);
    const hash = await hashOfStart(files.frames, begun.frames.bytes);
    requireUnchanged(files, begun, hash);
    cutOff(files.frames, begun.frames.bytes);
    const table = new PredictionTable(files, begun, clipHeader(labels), hash, unlock);
    table.writeClips();
    return table;
  } catch (error) {
    unlock();
    throw error;
  }
}

function requireNew({ frames, clips }: TableFiles): void {
  const there = [frames, clips].find((file) => existsSync(file));
  if (there === undefined) return;
  throw new DataError(
    "this file is there already, without the record of predictions that it takes to go on with it. Choose another file, " +
      "or move this one away.",
    { file: there },
  );
}

function locked({ folder, frames }: TableFiles): () => void {
  try {
    return lockFolder(folder);
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    const { pid, host } = error.writer;
    throw new DataError(
      `process ${pid} of ${host} is writing this table. Wait for its end, or choose another.`,
      { file: frames, cause: error },
    );
  }
}

/** The record comes first: without it the table could not be told from somebody else's. */
function begin(files: TableFiles, labels: Labels, settings: TableSettings): TableRecord {
  const header = frameHeader(labels);
  const record: TableRecord = {
    ...{ kind: "aen predictions", version: 1, started: new Date().toISOString(), settings },
    frames: { bytes: Buffer.byteLength(header), sha256: sha256(header) },
    clips: { sha256: sha256(clipHeader(labels)), before: null },
    videos: [],
  };
  writeTableRecord(files.record, record);
  writeAtomically(files.frames, header);
  writeAtomically(files.clips, clipsText(clipHeader(labels), []));
  return record;
}

/** What stands behind the whole rows: those of a video that a crash has interrupted, or lines that somebody has added. */
function cutOff(file: string, bytes: number): void {
  const surplus = statSync(file).size - bytes;
  if (surplus <= 0) return;
  keepFirst(file, bytes);
  remark(`${file}: the last ${surplus} bytes are no whole rows of a video that was read, and are cut off.`);
}

async function hashOfStart(file: string, bytes: number): Promise<Hash> {
  const hash = createHash("sha256");
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < bytes) return hash;
  for await (const part of createReadStream(file, { end: bytes - 1 })) hash.update(part as Buffer);
  return hash;
}

function requireUnchanged({ frames, clips, folder }: TableFiles, record: TableRecord, hash: Hash): void {
  const own = [record.clips.sha256, record.clips.before];
  const isSame = hash.copy().digest("hex") === record.frames.sha256;
  const clipsAreSame = !existsSync(clips) || own.includes(sha256(readFileSync(clips)));
  if (isSame && clipsAreSame) return;
  throw new DataError(
    `this table was changed or removed after it was written, so it cannot be gone on with. Choose another file, or move ` +
      `${frames}, ${clips} and ${folder} away.`,
    { file: isSame ? clips : frames },
  );
}
