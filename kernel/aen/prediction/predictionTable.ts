import type { Hash } from "node:crypto";
import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { writeAtomically } from "../../files/writeAtomically.js";
import type { TableFiles } from "./tableFiles.js";
import { writeTableRecord, type RecordedVideo, type TableRecord } from "./tableRecord.js";
import { sha256 } from "../../files/sha256.js";

/**
 * The two tables of predictions on disk, open for adding videos. The rows of a video are added all or none: after a crash,
 * the record says up to where the table of frames is whole.
 */
export class PredictionTable {
  #record: TableRecord;

  /**
   * @param clipHeader first line of the table of clips
   * @param hash of the table of frames as far as it is whole
   * @param unlock lets other processes write the tables
   */
  constructor(
    readonly files: TableFiles,
    record: TableRecord,
    private readonly clipHeader: string,
    private readonly hash: Hash,
    private readonly unlock: () => void,
  ) {
    this.#record = record;
  }

  get record(): TableRecord {
    return this.#record;
  }

  /** The entry of a video by its absolute path, if any. */
  find(place: string): RecordedVideo | undefined {
    return this.#record.videos.find((video) => video.place === place);
  }

  /** What a video is called in the tables: as it is named here, or its absolute path where another is called so. */
  nameOf(file: string): string {
    const place = path.resolve(file);
    const known = this.find(place);
    if (known) return known.file;
    return this.#record.videos.some((other) => other.file === file) ? place : file;
  }

  /**
   * Adds a video at the end, or in place of an entry of it that has no rows.
   * @param rows its rows in the table of frames; "" for none
   */
  add(video: RecordedVideo, rows: string): void {
    const { frames, clips, videos } = this.#record;
    const isNew = this.find(video.place) === undefined;
    const all = isNew
      ? [...videos, video]
      : videos.map((other) => (other.place === video.place ? video : other));
    const bytes = append(this.files.frames, frames.bytes, Buffer.from(rows));
    this.hash.update(rows);
    this.#write({
      ...this.#record,
      frames: { bytes, sha256: this.hash.copy().digest("hex") },
      clips: { sha256: sha256(clipsText(this.clipHeader, all)), before: clips.sha256 },
      videos: all,
    });
  }

  /** Writes the table of clips as the record has it. */
  writeClips(): void {
    writeAtomically(this.files.clips, clipsText(this.clipHeader, this.#record.videos));
  }

  close(): void {
    this.unlock();
  }

  #write(record: TableRecord): void {
    writeTableRecord(this.files.record, record);
    this.#record = record;
    this.writeClips();
  }
}

/** @returns the length of the file, which is whole on disk */
function append(file: string, at: number, bytes: Buffer): number {
  const descriptor = openSync(file, "r+");
  try {
    ftruncateSync(descriptor, at);
    for (let written = 0; written < bytes.length;)
      written += writeSync(descriptor, bytes, written, bytes.length - written, at + written);
    fsyncSync(descriptor);
    return at + bytes.length;
  } finally {
    closeSync(descriptor);
  }
}

/** The table of clips. */
export function clipsText(header: string, videos: readonly RecordedVideo[]): string {
  return header + videos.map(({ row }) => row).join("");
}
