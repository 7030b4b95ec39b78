import type { Random } from "../../random/random.js";

/**
 * How the frames of a clip are chosen.
 * - `"published"`: as in the paper's code (SPEC.md, section 5): segments of consecutive frames; in training, samples
 *   never reach the end of the clip, and a clip of 9 frames or fewer repeats its first frames.
 * - `"spread"`: the same segments, but always laid over the whole clip, in training too, whatever its length.
 * - `"even"`: single frames, evenly spaced over the whole clip; in training each moves within its segment.
 */
export type FrameSampling = "published" | "spread" | "even";

/**
 * The order in which the network gets the frames of a clip. "shuffled" draws an order for each clip, the same one
 * whenever it is evaluated: what a network loses by it, in training and evaluation, is what it knows from time.
 */
export type FrameOrder = "in time" | "reversed" | "shuffled";

export interface SamplingOptions {
  readonly mode: "train" | "test";
  /** @default "published" */
  readonly sampling?: FrameSampling;
  /** How many frames to take. @default 16 */
  readonly frames?: number;
  /** @default "in time" */
  readonly frameOrder?: FrameOrder;
}

/**
 * The frame numbers to take from a clip, in ascending segments unless `frameOrder` says otherwise; a number may occur
 * twice.
 * @param random draws the offsets in training, and the order of shuffled frames
 * @throws RangeError for a clip without frames or a count of frames that is not a positive integer
 */
export function sampleFrames(frameCount: number, options: SamplingOptions, random: Random): number[] {
  const { mode, sampling = "published", frames = 16 } = options;
  requirePositive(frameCount, "A clip must have at least one frame");
  requirePositive(frames, "At least one frame must be taken from a clip");
  const run = sampling === "even" || frames % 2 === 1 ? 1 : 2;
  const segments = frames / run;
  const offsets = chooseOffsets(sampling, mode)(frameCount, segments, run, random);
  const chosen = offsets.flatMap((offset) =>
    Array.from({ length: run }, (_, step) => Math.min(offset + step, frameCount - 1)),
  );
  return ordered(chosen, options.frameOrder, random);
}

function ordered(frames: number[], order: FrameOrder = "in time", random: Random): number[] {
  requireFrameOrder(order);
  if (order === "shuffled") return random.shuffle(frames);
  return order === "reversed" ? frames.reverse() : frames;
}

/** @throws RangeError for what is not an order of frames */
export function requireFrameOrder(order: FrameOrder): void {
  if (["in time", "reversed", "shuffled"].includes(order)) return;
  throw new RangeError(`"frameOrder" must be "in time", "reversed" or "shuffled", got "${String(order)}".`);
}

type Offsets = (frameCount: number, segments: number, run: number, random: Random) => number[];

function chooseOffsets(sampling: FrameSampling, mode: "train" | "test"): Offsets {
  if (sampling === "published") return mode === "train" ? publishedTraining : publishedTest;
  if (sampling === "spread" || sampling === "even") return mode === "train" ? spreadTraining : spreadTest;
  throw new RangeError(`"sampling" must be "published", "spread" or "even", got "${String(sampling)}".`);
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
