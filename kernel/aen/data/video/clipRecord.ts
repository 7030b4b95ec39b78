import { readFile } from "node:fs/promises";
import { writeWhole } from "../../../files/writeWhole.js";
import type { FaceSight } from "../clip.js";
import type { FrameFormat } from "./frameWriter.js";

/** What changes the frames that an import gives. */
export interface ImportRecipe {
  readonly faces: boolean;
  /** Height and width of a face in pixels. */
  readonly size: number;
  readonly format: FrameFormat;
  readonly frameRate: number | null;
  readonly longestSide: number;
  readonly withoutFace: "keep" | "drop";
  readonly allowIncomplete: boolean;
}

/** What is kept of an imported video beside its frames, in `<clip>.json` next to the folder `<clip>`. */
export interface ClipRecord {
  readonly kind: "aen clip";
  readonly version: 1;
  /** The video's file name, its size in bytes and when it was last changed (milliseconds since 1970). */
  readonly source: { readonly name: string; readonly bytes: number; readonly changed: number };
  readonly recipe: ImportRecipe;
  readonly frameCount: number;
  readonly frameRate: number | null;
  /** Seconds from the start of the video, one for each frame. */
  readonly times: readonly number[];
  /** What the frames show of the face, as runs: [sight, number of frames]; null where faces were not looked for. */
  readonly sights: readonly (readonly [FaceSight, number])[] | null;
}

/** Reads a record; undefined when there is none, or none that this version understands. */
export async function readRecord(file: string): Promise<ClipRecord | undefined> {
  try {
    const record = JSON.parse(await readFile(file, "utf8")) as ClipRecord;
    return record.kind === "aen clip" && record.version === 1 ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a record whole or not at all. */
export function writeRecord(file: string, record: ClipRecord): void {
  writeWhole(file, `${JSON.stringify(record)}\n`);
}

/** Whether a record is of this video in this state, imported in this way. */
export function isOf(record: ClipRecord, source: ClipRecord["source"], recipe: ImportRecipe): boolean {
  const key = (of: Pick<ClipRecord, "source" | "recipe">) =>
    JSON.stringify([sorted(of.source), sorted(of.recipe)]);
  return key(record) === key({ source, recipe });
}

function sorted(value: object): unknown[] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** ["seen", "seen", "none"] as [["seen", 2], ["none", 1]]. */
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
