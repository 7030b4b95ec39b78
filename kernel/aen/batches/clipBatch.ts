import type { Clip } from "../clips/clip.js";

/** The input of one training or evaluation step. */
export interface ClipBatch {
  readonly clips: readonly Clip[];
  /** For each clip, the frame numbers that were taken, `[batch][frames]`. */
  readonly frameNumbers: readonly (readonly number[])[];
  /** RGB, 8 bits, `[batch, frames, size, size, 3]` row-major. */
  readonly pixels: Uint8Array;
  /** `[batch]`, indices into the label set; -1 for an unlabelled clip. */
  readonly labels: Int32Array;
  readonly batch: number;
  readonly frames: number;
  /** Height and width in pixels. */
  readonly size: number;
}
