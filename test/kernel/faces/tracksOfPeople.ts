import type { Track } from "../../../kernel/faces/faceTracker.js";

/** Where a track's faces are, in a picture of 1000 x 500 pixels. */
interface Place {
  readonly x?: number;
  readonly y?: number;
  /** How far the descriptor is from the person's usual one. */
  readonly wobble?: number;
}

/** A track of faces of one width in the frames from..to-1; people differ by their number. */
export function trackOf(
  person: number,
  from: number,
  to: number,
  width: number,
  { x = person * 100, y = 0, wobble = 0 }: Place = {},
): Track {
  const descriptor = new Float32Array(128);
  descriptor[person] = 1;
  descriptor[100] = wobble;
  const faces = Array.from({ length: to - from }, (_, i) => ({
    ...{ frame: from + i, score: 1, wander: null, landmarks: new Float32Array(136) },
    box: { x, y, width, height: width },
  }));
  return { faces, turn: 0, descriptor, described: 1 };
}

/** The sizes of so many pictures. */
export const sizes = Array.from({ length: 20 }, () => ({ width: 1000, height: 500 }));
