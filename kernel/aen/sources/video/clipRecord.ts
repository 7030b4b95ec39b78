import { readFile } from "node:fs/promises";
import { writeAtomically } from "../../../files/writeAtomically.js";
import type { FaceBox, FaceSight } from "../../../contracts/frameTruth.js";
import type { PersonChoice } from "../../../contracts/personChoice.js";
import type { FrameFormat } from "./frameWriter.js";
import type { VideoFile } from "./videoFile.js";

/**
 * Raised when the same options produce other frames, or refuse other videos, than before: what is cached is made anew.
 * 2: damage is counted, faces are confirmed and turned upright. 3: HDR is mapped to SDR, and damage
 * of VP9 is noticed.
 */
const revision = 3;

/** The options that affect the frames an import produces. */
export interface ImportRecipe {
  readonly faces: boolean;
  /** Height and width of a face in pixels. */
  readonly size: number;
  readonly format: FrameFormat;
  readonly frameRate: number | null;
  readonly longestSide: number;
  readonly withoutFace: "keep" | "drop";
  readonly allowIncomplete: boolean;
  /** Whose face; absent for the most prominent person, as in records of earlier versions. */
  readonly person?: PersonChoice;
  /** Of the code that made them; 1 where older records lack it. */
  readonly revision?: number;
}

/** Fills in the defaults. */
export function recipeOf(
  options: Partial<Omit<ImportRecipe, "format" | "revision">>,
  format: FrameFormat,
): ImportRecipe {
  return {
    faces: options.faces ?? true,
    size: options.size ?? 112,
    format,
    frameRate: options.frameRate ?? null,
    longestSide: options.longestSide ?? 1280,
    withoutFace: options.withoutFace ?? "keep",
    allowIncomplete: options.allowIncomplete ?? false,
    ...(options.faces !== false && options.person !== undefined && { person: options.person }),
    revision,
  };
}

/** What is stored with the frames of an imported video, in `<clip>.json` next to the folder `<clip>`. */
export interface ClipRecord {
  readonly kind: "aen clip";
  readonly version: 1;
  /** The video that it was made from. */
  readonly source: Pick<VideoFile, "name" | "bytes" | "changed">;
  readonly recipe: ImportRecipe;
  readonly frameCount: number;
  readonly frameRate: number | null;
  /** Time of each frame, in seconds from the start of the video. */
  readonly times: readonly number[];
  /** What the frames show of the face, run-length encoded: [sight, number of frames]; null if faces were not sought. */
  readonly sights: readonly (readonly [FaceSight, number])[] | null;
  /** Where the face is in each frame; absent where faces were not sought, and in records of earlier versions. */
  readonly boxes?: readonly (RecordedBox | null)[];
  /** What the user has to know of the frames, told whenever the clip is opened; older records lack it. */
  readonly remarks?: readonly string[];
}

/** x, y, width and height in hundredths of a pixel of the upright frame, confidence in ten thousandths. */
export type RecordedBox = readonly [number, number, number, number, number];

/** Reads a record; undefined when there is none, or none that this version understands. */
export async function readRecord(file: string): Promise<ClipRecord | undefined> {
  try {
    const record = JSON.parse(await readFile(file, "utf8")) as ClipRecord;
    return record.kind === "aen clip" && record.version === 1 ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a record atomically. */
export function writeRecord(file: string, record: ClipRecord): void {
  writeAtomically(file, `${JSON.stringify(record)}\n`);
}

/** Whether a record belongs to this video in its present state, imported with the same recipe. */
export function isOf(record: ClipRecord, source: ClipRecord["source"], recipe: ImportRecipe): boolean {
  const key = (of: Pick<ClipRecord, "source" | "recipe">) =>
    JSON.stringify([sorted(of.source), sorted(of.recipe)]);
  return key(record) === key({ source, recipe });
}

function sorted(value: object): unknown[] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Run-length encodes: ["seen", "seen", "none"] becomes [["seen", 2], ["none", 1]]. */
export function toRuns(sights: readonly FaceSight[]): [FaceSight, number][] {
  const runs: [FaceSight, number][] = [];
  for (const sight of sights) {
    const last = runs[runs.length - 1];
    if (last?.[0] === sight) last[1]++;
    else runs.push([sight, 1]);
  }
  return runs;
}

/** The inverse of {@link toRuns}. */
export function fromRuns(runs: readonly (readonly [FaceSight, number])[]): FaceSight[] {
  return runs.flatMap(([sight, count]) => new Array<FaceSight>(count).fill(sight));
}

/** A box as it is recorded. */
export function toRecordedBox({ x, y, width, height, confidence }: FaceBox): RecordedBox {
  const [left, top, wide, high] = [x, y, width, height].map((pixels) => Math.round(100 * pixels));
  return [left, top, wide, high, Math.round(10_000 * confidence)];
}

/** The inverse of {@link toRecordedBox}, to its precision. */
export function fromRecordedBox([x, y, width, height, confidence]: RecordedBox): FaceBox {
  const pixels = { x: x / 100, y: y / 100, width: width / 100, height: height / 100 };
  return { ...pixels, confidence: confidence / 10_000 };
}
