import type { Clip } from "../clip.js";

/**
 * Makes sure that a clip has the frames that are asked for.
 * @throws RangeError for a frame number outside 0..frameCount-1
 */
export function checkFrameNumbers(frames: readonly number[], clip: Pick<Clip, "id" | "frameCount">): void {
  const wrong = frames.find((frame) => !Number.isInteger(frame) || frame < 0 || frame >= clip.frameCount);
  if (wrong === undefined) return;
  throw new RangeError(
    `${clip.id} has the frames 0 to ${clip.frameCount - 1}; frame ${wrong} was asked for.`,
  );
}
