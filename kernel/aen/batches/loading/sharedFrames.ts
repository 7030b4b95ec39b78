import type { Clip } from "../../clips/clip.js";
import type { DamagedFrame } from "../../clips/clip.js";
import type { Picture } from "../../../images/picture.js";

/** One decoded RGB frame whose data are in a SharedArrayBuffer, visible to all threads. */
export type SharedFrame = Picture;

export type NumberedFrame = readonly [frame: number, image: SharedFrame];

/** The requested frames of a clip, and those of them that had to be decoded. */
export interface LoadedFrames {
  readonly pictures: readonly Picture[];
  /** Empty unless they are to be kept. */
  readonly decoded: readonly NumberedFrame[];
  /** Those that had to be decoded and are damaged. */
  readonly damaged: readonly DamagedFrame[];
}

/** Frames to load, those already known, and whether the others will be kept. */
export interface WantedFrames {
  readonly frames: readonly number[];
  readonly known: ReadonlyMap<number, SharedFrame>;
  readonly keep: boolean;
}

/** Reads frames of a clip, each number once and only if it is not known yet. */
export async function loadFrames(
  clip: Pick<Clip, "read" | "readPictures">,
  { frames, known, keep }: WantedFrames,
  signal?: AbortSignal,
): Promise<LoadedFrames> {
  const missing = [...new Set(frames)].filter((frame) => !known.has(frame));
  const read = missing.length === 0 ? [] : await readPictures(clip, missing, signal);
  const pictures = keep ? read.map(share) : read;
  const numbered = missing.map((frame, place): NumberedFrame => [frame, pictures[place]]);
  const all = new Map([...known, ...numbered]);
  const damaged = read.flatMap(({ damage }, place): DamagedFrame[] =>
    damage ? [[missing[place], damage]] : [],
  );
  return { pictures: frames.map((frame) => all.get(frame)!), decoded: keep ? numbered : [], damaged };
}

async function readPictures(
  clip: Pick<Clip, "read" | "readPictures">,
  frames: readonly number[],
  signal?: AbortSignal,
): Promise<readonly Picture[]> {
  if (clip.readPictures) return clip.readPictures(frames, signal);
  const { width, height, data } = await clip.read(frames, signal);
  const length = width * height * 3;
  return frames.map((_, place) => ({
    width,
    height,
    data: data.subarray(place * length, (place + 1) * length),
  }));
}

function share({ width, height, data }: Picture): SharedFrame {
  const copy = new Uint8Array(new SharedArrayBuffer(data.length));
  copy.set(data);
  return { width, height, data: copy };
}
