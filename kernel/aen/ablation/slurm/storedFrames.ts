import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { writeAtomically } from "../../../files/writeAtomically.js";
import { checkFrameNumbers } from "../../clips/checkFrameNumbers.js";
import type { FrameImages } from "../../../images/frameImages.js";
import type { Clip, OpenClip } from "../../clips/clip.js";
import { sha256 } from "../../../files/sha256.js";

/** The frames of a clip in their own file: RGB, 8 bits, `[count, height, width, 3]`. */
export interface StoredFrames {
  readonly id: string;
  readonly file: string;
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** SHA-256 of the file, as 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Writes all frames of a clip to a file named by its content hash, unless it already exists. */
export async function storeFrames(clip: Clip, folder: string): Promise<StoredFrames> {
  const numbers = Array.from({ length: clip.frameCount }, (_, frame) => frame);
  const { count, height, width, data } = await clip.read(numbers);
  const digest = sha256(data);
  const file = path.resolve(folder, `${digest}.rgb`);
  if (!existsSync(file)) writeAtomically(file, data);
  return { id: clip.id, file, count, height, width, sha256: digest };
}

/** Reads what {@link storeFrames} wrote; also called by worker threads. */
export const openClip: OpenClip = (data) => {
  const stored = data as StoredFrames;
  return { read: (frames) => readStored(stored, frames) };
};

/** @throws Error when the file is not what was written */
async function readStored(stored: StoredFrames, frames: readonly number[]): Promise<FrameImages> {
  const { id, file, count, height, width } = stored;
  checkFrameNumbers(frames, { id, frameCount: count });
  const all = await readFile(file);
  if (sha256(all) !== stored.sha256) {
    throw new Error(`The frames of "${id}" in ${file} are damaged. Remove the file and submit again.`);
  }
  const size = height * width * 3;
  const data = new Uint8Array(frames.length * size);
  frames.forEach((frame, index) => data.set(all.subarray(frame * size, (frame + 1) * size), index * size));
  return { count: frames.length, height, width, data };
}
