import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Labels } from "../../contracts/labels.js";
import { DataError } from "../../files/dataError.js";
import { writeAtomically } from "../../files/writeAtomically.js";
import { eaf } from "./eaf.js";
import { endOf, labelSpans, type LabelSpan } from "./labelSpans.js";
import type { FrameReading } from "./readings.js";
import { webvtt } from "./webvtt.js";

/** Formats of frame labels. */
export type LabelFormat = "vtt" | "eaf";

/** A video whose frames are labelled. */
export interface LabelledFrames {
  readonly file: string;
  readonly frameRate: number | null;
  readonly frames: readonly FrameReading[];
}

/** The file beside a video, e.g. `a.mp4.vtt`: an `a.eaf` or `a.vtt` that somebody made stays theirs. */
export function labelFile(video: string, format: LabelFormat): string {
  return `${video}.${format}`;
}

/** The content of a label file: emotions and sentiments of frames, none where there is no face. */
export function labelText(
  format: LabelFormat,
  video: LabelledFrames,
  labels: Labels,
  started: string,
): string {
  const emotion = video.frames.map((frame) => labels.emotions[frame.emotion] ?? null);
  const sentiment = video.frames.map((frame) => labels.groups[frame.sentiment]?.name ?? null);
  const spans = (names: readonly (string | null)[]) => spansOf(video, names);
  if (format === "vtt") {
    const both = emotion.map((name, frame) => name && `${name} (${sentiment[frame]})`);
    const note = `Emotion (sentiment) of every frame of ${path.basename(video.file)}, as AEN Notebook reads them.`;
    return webvtt(spans(both), note);
  }
  const tiers = [
    { name: "emotion", spans: spans(emotion) },
    { name: "sentiment", spans: spans(sentiment) },
  ];
  return eaf(video.file, tiers, started.replace(/\.\d+Z$/, "Z"));
}

function spansOf({ frames, frameRate }: LabelledFrames, names: readonly (string | null)[]): LabelSpan[] {
  const times = frames.map(({ time }) => time);
  return labelSpans(names, times, endOf(times, frameRate));
}

/** Which label files are written, and why others are not. */
export interface WrittenLabels {
  readonly labelFiles: readonly string[];
  readonly unwritten: string | null;
}

/** Writes label files; one that cannot be written costs only itself. */
export function writeLabelFiles(
  texts: readonly { readonly place: string; readonly text: string }[],
): WrittenLabels {
  const labelFiles: string[] = [];
  const reasons: string[] = [];
  for (const { place, text } of texts) {
    try {
      writeLabelFile(place, text);
      labelFiles.push(place);
    } catch (error) {
      reasons.push(reasonOf(place, error as NodeJS.ErrnoException));
    }
  }
  return { labelFiles, unwritten: reasons.length > 0 ? reasons.join("; ") : null };
}

/** @throws the error where it is the machine's: a full disk ends the work */
function reasonOf(place: string, error: NodeJS.ErrnoException): string {
  if (error instanceof DataError) return error.message;
  const { code } = error;
  if (["EACCES", "EPERM", "EROFS"].includes(code ?? ""))
    return `${place}: you may not write into this folder. Change its permissions, or copy the video to one of your own.`;
  if (code === "EISDIR") return `${place}: this is a folder. Move it away.`;
  throw error;
}

/**
 * Writes a label file, but never over another one: somebody may have corrected it.
 * @throws DataError when there is another file of that name
 */
function writeLabelFile(file: string, text: string): void {
  if (!existsSync(file)) return writeAtomically(file, text);
  if (readFileSync(file, "utf8") === text) return;
  throw new DataError(
    "this file is there already and is not overwritten, in case it was corrected by hand. Move it away.",
    { file },
  );
}
