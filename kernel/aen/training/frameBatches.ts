import { resizeToSquare } from "../batches/augmentation.js";
import type { Clip } from "../clips/clip.js";

/** Single frames of clips in the form a step expects. */
export interface FrameBatch {
  /** RGB, 8 bits, `[batch, size, size, 3]`. */
  readonly pixels: Uint8Array;
  /** Which frames these are; padding at the end of `pixels` has no entry. */
  readonly frames: readonly { readonly clip: Clip; readonly frame: number }[];
}

/**
 * Some frames of every clip, in order, resized but otherwise unchanged. The last batch is padded with black frames, so
 * that all have the same shape.
 */
export async function* frameBatches(
  clips: Iterable<Clip>,
  framesOf: (clip: Clip) => readonly number[],
  { batch, size, signal }: { batch: number; size: number; signal?: AbortSignal },
): AsyncGenerator<FrameBatch> {
  const frameBytes = size * size * 3;
  let pixels = new Uint8Array(batch * frameBytes);
  let frames: { clip: Clip; frame: number }[] = [];
  for (const clip of clips) {
    const numbers = framesOf(clip);
    for (let start = 0; start < numbers.length; start += batch) {
      const part = numbers.slice(start, start + batch);
      const square = resizeToSquare(await clip.read(part, signal), size);
      for (const [index, frame] of part.entries()) {
        pixels.set(square.subarray(index * frameBytes, (index + 1) * frameBytes), frames.length * frameBytes);
        frames.push({ clip, frame });
        if (frames.length < batch) continue;
        yield { pixels, frames };
        pixels = new Uint8Array(batch * frameBytes);
        frames = [];
      }
    }
  }
  if (frames.length > 0) yield { pixels, frames };
}

/** All frame numbers of a clip: 0, 1, ..., last. */
export function allFrames(clip: Clip): number[] {
  return Array.from({ length: clip.frameCount }, (_, frame) => frame);
}
