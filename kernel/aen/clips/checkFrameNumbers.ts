import type { Clip } from "./clip.js";

/**
 * Checks that a clip has the requested frames.
 * @throws RangeError for a frame number outside 0..frameCount-1
 */
export function checkFrameNumbers(frames: readonly number[], clip: Pick<Clip, "id" | "frameCount">): void {
  const wrong = frames.find((frame) => !Number.isInteger(frame) || frame < 0 || frame >= clip.frameCount);
  if (wrong === undefined) return;
  throw new RangeError(`${clip.id} has frames 0 to ${clip.frameCount - 1}; there is no frame ${wrong}.`);
}
