import { dfewLabels } from "../../labels.js";
import type { Clip } from "../../clips/clip.js";
import { DataError } from "../../../files/dataError.js";
import { faceNets } from "../../../faces/faceNets.js";
import { resizeFrames } from "./resizeFrames.js";

/** A frame model's predictions for each frame of a clip, made without human labels. */
export interface PseudoLabels {
  /** {@link Clip.id} */
  readonly clip: string;
  /** DFEW's seven emotions, in the order of the probabilities. */
  readonly emotions: readonly string[];
  /** `[frames][emotions]`, each row sums to 1; null for frames without a face. */
  readonly probabilities: readonly (readonly number[] | null)[];
  /** The model that made them. */
  readonly source: string;
  /** How far to trust them, as a sentence to show with them. */
  readonly caution: string;
}

/** face-api's order (neutral, happy, sad, angry, fearful, disgusted, surprised) as indices into DFEW's. */
const order = [2, 0, 1, 3, 6, 5, 4];
const batchSize = 16;
const faceSize = 112;

/**
 * Pseudo labels from face-api's expression network: for each frame, the mean of its outputs for the frame and
 * its mirror image. The clip must show an aligned face, as aen.clips.fromVideo provides it.
 *
 * They are weak. On labelled stills the network reached a UAR of about .5 to .6, near zero on disgust or on fear
 * depending on the set, and .3 on rendered faces: never treat them as ground truth.
 * @throws DataError when the clip has no frame with a face
 */
export async function expressionPseudoLabels(clip: Clip, signal?: AbortSignal): Promise<PseudoLabels> {
  const withFace = Array.from({ length: clip.frameCount }, (_, frame) => frame).filter(
    (frame) => clip.faceSights?.[frame] !== "none",
  );
  if (withFace.length === 0) throw new DataError(`No frame of the clip ${clip.id} shows a face.`);
  const probabilities: (readonly number[] | null)[] = new Array<null>(clip.frameCount).fill(null);
  for (let at = 0; at < withFace.length; at += batchSize) {
    signal?.throwIfAborted();
    const frames = withFace.slice(at, at + batchSize);
    const rows = await judge(clip, frames, signal);
    frames.forEach((frame, index) => (probabilities[frame] = rows[index]));
  }
  return {
    clip: clip.id,
    emotions: dfewLabels.emotions,
    probabilities,
    source: "face-api expression network, frame and mirror image averaged",
    caution:
      "Weak: right for about half of labelled stills, and nearly blind to disgust or fear. Not ground truth.",
  };
}

async function judge(clip: Clip, frames: readonly number[], signal?: AbortSignal): Promise<number[][]> {
  // one batch size for every clip, since the network is recompiled for each size
  const padded = [...frames, ...new Array<number>(batchSize - frames.length).fill(frames[0])];
  const pixels = resizeFrames(await clip.read(padded, signal), faceSize);
  const plain = await faceNets().expressions(pixels);
  const mirrored = await faceNets().expressions(mirror(pixels, faceSize));
  return frames.map((_, row) => {
    const mean = new Array<number>(order.length).fill(0);
    order.forEach((emotion, column) => {
      const cell = row * order.length + column;
      mean[emotion] = (plain[cell] + mirrored[cell]) / 2;
    });
    return mean;
  });
}

/** Pictures `[count, size, size, 3]`, mirrored left to right. */
export function mirror(pixels: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(pixels.length);
  for (let row = 0; row < pixels.length; row += size * 3) {
    for (let x = 0; x < size; x++) {
      const from = row + x * 3;
      out.set(pixels.subarray(from, from + 3), row + (size - 1 - x) * 3);
    }
  }
  return out;
}
