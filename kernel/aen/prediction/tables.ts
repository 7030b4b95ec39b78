import type { Labels } from "../../contracts/labels.js";
import { csvLine, decimals } from "./csv.js";
import type { FrameReading, Reading } from "./readings.js";
import { clipWarning, frameWarning } from "./warnings.js";

/** What a row of the table of clips says besides the reading. */
export interface ClipOfTable {
  /** The video, as named. */
  readonly file: string;
  /** Mean frames per second; null when unknown. */
  readonly frameRate: number | null;
  /** In seconds. */
  readonly duration: number;
  /** How many frames the network takes from a clip. */
  readonly seen: number;
}

/** The header of the table of frames: columns as in OpenFace (confidence, success), one for each group and emotion. */
export function frameHeader(labels: Labels): string {
  const face = ["face_x", "face_y", "face_w", "face_h", "sight"];
  return csvLine(["file", "frame", "timestamp", "confidence", "success", ...face, ...readingNames(labels)]);
}

/** The header of the table of clips. */
export function clipHeader(labels: Labels): string {
  return csvLine(["file", "frames", "frame_rate", "duration", "success", "faces", ...readingNames(labels)]);
}

function readingNames({ groups, emotions }: Labels): string[] {
  const probabilities = [...groups.map(({ name }) => `sentiment_${name}`), ...emotions.map(emotionColumn)];
  return [...probabilities, "sentiment", "emotion", "warnings"];
}

function emotionColumn(name: string): string {
  return `emotion_${name}`;
}

/** The rows of a video's frames. */
export function frameRows(file: string, frames: readonly FrameReading[], labels: Labels): string {
  return frames.map((frame) => frameRow(file, frame, labels)).join("");
}

function frameRow(file: string, frame: FrameReading, labels: Labels): string {
  const { number, time, box, sight } = frame;
  const place = [box?.x, box?.y, box?.width, box?.height].map((pixels) => decimals(pixels, 2));
  const found = [decimals(box?.confidence ?? 0, 4), isFound(frame) ? "1" : "0"];
  const where = [file, String(number), decimals(time, 6), ...found, ...place, sight];
  return csvLine([...where, ...readingCells(frame, labels), frameWarning(frame)]);
}

/** Whether the detector found the face in this very frame. */
function isFound({ sight }: FrameReading): boolean {
  return sight === "seen" || sight === "covered";
}

/** The row of a clip. */
export function clipRow(
  { file, frameRate, duration, seen }: ClipOfTable,
  frames: readonly FrameReading[],
  clip: Reading,
  labels: Labels,
): string {
  const rates = [decimals(frameRate, 6), decimals(duration, 6)];
  const faces = frames.filter(isFound).length;
  const about = [file, String(frames.length), ...rates, "1", String(faces)];
  return csvLine([...about, ...readingCells(clip, labels), clipWarning(frames, clip, seen)]);
}

/** The row of a video that could not be used, with the reason among the warnings. */
export function failedRow(file: string, reason: string, labels: Labels): string {
  const empty = new Array<null>(labels.groups.length + labels.emotions.length + 2).fill(null);
  return csvLine([file, null, null, null, "0", null, ...empty, reason]);
}

function readingCells(reading: Reading, { groups, emotions }: Labels): (string | null)[] {
  const cells = (values: readonly number[] | null, names: readonly unknown[]) =>
    names.map((_, index) => decimals(values?.[index], 6));
  return [
    ...cells(reading.sentiments, groups),
    ...cells(reading.emotions, emotions),
    groups[reading.sentiment]?.name ?? null,
    emotions[reading.emotion] ?? null,
  ];
}
