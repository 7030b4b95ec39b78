import type { Random } from "./random.js";

/**
 * How the frames of a clip are chosen.
 * - `"published"`: the paper's code (SPEC.md, section 5): segments with consecutive frames; in training the draws
 *   never reach the end of the clip, and a clip of 9 frames or fewer gives its first frames again and again.
 * - `"spread"`: the same segments, but laid over the whole clip, in training too, whatever its length.
 * - `"even"`: single frames at even distances over the whole clip; in training each moves within its segment.
 */
export type FrameSampling = "published" | "spread" | "even";

export interface SamplingOptions {
  readonly mode: "train" | "test";
  /** @default "published" */
  readonly sampling?: FrameSampling;
  /** How many frames to take. @default 16 */
  readonly frames?: number;
}

/**
 * The numbers of the frames to take from a clip, in ascending segments; a number may occur twice.
 * @param random draws the offsets in training; test mode draws nothing
 * @throws RangeError for a clip without frames or a count of frames that is no positive whole number
 */
export function sampleFrames(frameCount: number, options: SamplingOptions, random: Random): number[] {
  const { mode, sampling = "published", frames = 16 } = options;
  requirePositive(frameCount, "A clip must have at least one frame");
  requirePositive(frames, "At least one frame must be taken from a clip");
  const run = sampling === "even" || frames % 2 === 1 ? 1 : 2;
  const segments = frames / run;
  const offsets = chooseOffsets(sampling, mode)(frameCount, segments, run, random);
  return offsets.flatMap((offset) =>
    Array.from({ length: run }, (_, step) => Math.min(offset + step, frameCount - 1)),
  );
}

type Offsets = (frameCount: number, segments: number, run: number, random: Random) => number[];

function chooseOffsets(sampling: FrameSampling, mode: "train" | "test"): Offsets {
  if (sampling === "published") return mode === "train" ? publishedTraining : publishedTest;
  if (sampling === "spread" || sampling === "even") return mode === "train" ? spreadTraining : spreadTest;
  throw new RangeError(`Frames are sampled "published", "spread" or "even", not "${String(sampling)}".`);
}

const publishedTest: Offsets = (frameCount, segments, run) => {
  if (frameCount <= segments + run - 1) return Array<number>(segments).fill(0);
  const tick = (frameCount - run + 1) / segments;
  return Array.from({ length: segments }, (_, k) => Math.trunc(tick / 2 + tick * k));
};

const publishedTraining: Offsets = (frameCount, segments, run, random) => {
  const length = Math.floor((frameCount - run + 1) / segments);
  if (length === 0) return Array<number>(segments).fill(0);
  return Array.from({ length: segments }, (_, k) => k * length + random.integer(length));
};

const spreadTest: Offsets = (frameCount, segments, run) => {
  const places = Math.max(frameCount - run + 1, 1);
  return Array.from({ length: segments }, (_, k) => Math.floor(((k + 0.5) * places) / segments));
};

const spreadTraining: Offsets = (frameCount, segments, run, random) => {
  const places = Math.max(frameCount - run + 1, 1);
  return Array.from({ length: segments }, (_, k) => Math.floor(((k + random.unit()) * places) / segments));
};

function requirePositive(value: number, message: string): void {
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`${message}, got ${value}.`);
}
