import type { AugmentationOptions } from "./augmentation.js";
import type { Clip } from "../clips/clip.js";
import { framesWithFace, nearestFaces } from "../clips/framesWithFace.js";
import type { ClipBatch } from "./clipBatch.js";
import type { ClipSet } from "../clips/clipSet.js";
import { frameCache } from "./loading/frameCache.js";
import { loadClip } from "./loading/loadClip.js";
import { usualWorkers } from "./loading/workerPool.js";
import { Random } from "../../random/random.js";
import { sampleFrames, type FrameOrder, type FrameSampling } from "./sampling.js";

export interface ClipBatchesOptions {
  /** Clips per batch. */
  readonly batch: number;
  /** Frames taken from each clip. @default 16 */
  readonly frames?: number;
  /** Height and width of the frames in pixels. @default 112 */
  readonly size?: number;
  /** In training, clips are shuffled, frames sampled and pictures augmented; in test nothing is random. */
  readonly mode: "train" | "test";
  /** @default 0 */
  readonly seed?: number | string;
  /** Every epoch is resampled. @default 0 */
  readonly epoch?: number;
  /** How frames are chosen (SPEC.md, section 5). @default "published" */
  readonly sampling?: FrameSampling;
  /** The order of a clip's frames. @default "in time" */
  readonly frameOrder?: FrameOrder;
  /** Choose only among frames that show a face, of which each clip needs one. @default false */
  readonly onlyWithFace?: boolean;
  /** What is read in place of a frame without a face: that frame, or the nearest that shows one. @default "itself" */
  readonly facelessAs?: "itself" | "nearest face";
  /** How pictures are augmented in training (SPEC.md, section 6); false leaves them unchanged. */
  readonly augment?: boolean | AugmentationOptions;
  /**
   * Drop the last batch if it is not full. A set with fewer clips than one batch is never dropped.
   * @default true in training, false in test
   */
  readonly dropLast?: boolean;
  /** In training, draw clips with replacement so that all emotions are equally frequent. @default false */
  readonly balanced?: boolean;
  /**
   * Threads that decode and augment; 0 uses the calling thread. The result is the same for any number.
   * @default one fewer than there are processors, at least 1 and at most 4
   */
  readonly workers?: number;
  /** Keep decoded frames in memory for the next epoch, up to an eighth of the machine's memory. @default true */
  readonly cache?: boolean;
  readonly signal?: AbortSignal;
}

/** Batches prepared while the previous one is in use. */
const ahead = 2;

/**
 * Reads a set of clips once, in batches. The result depends only on the seed and the epoch.
 * @throws RangeError for a batch, number of frames or size that is not a positive integer
 */
export async function* clipBatches(set: ClipSet, options: ClipBatchesOptions): AsyncGenerator<ClipBatch> {
  const { batch, frames = 16, size = 112 } = options;
  for (const [name, value] of Object.entries({ batch, frames, size })) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`"${name}" must be a positive whole number, got ${value}.`);
    }
  }
  if (!Number.isInteger(options.workers ?? 0) || (options.workers ?? 0) < 0) {
    throw new RangeError(`"workers" must be a whole number of 0 or more, got ${options.workers}.`);
  }
  options.signal?.throwIfAborted();
  const plan = planBatches(set, options);
  const coming: Promise<ClipBatch>[] = [];
  for (let next = 0; next < plan.length || coming.length > 0;) {
    while (next < plan.length && coming.length <= ahead)
      coming.push(quietly(loadBatch(plan[next++], options)));
    yield await coming.shift()!;
    options.signal?.throwIfAborted();
  }
}

/** Keeps the failure of a batch that nothing awaits yet from ending the process. */
function quietly<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {});
  return promise;
}

async function loadBatch(part: readonly PlannedClip[], options: ClipBatchesOptions): Promise<ClipBatch> {
  const { frames = 16, size = 112, workers = usualWorkers, signal } = options;
  const cache = options.cache === false ? null : frameCache;
  const pixels = new Uint8Array(part.length * frames * size * size * 3);
  const load = async ({ clip, frameNumbers, augment, randomKeys }: PlannedClip, place: number) => {
    const preparation = { size, augment, randomKeys };
    const read = options.facelessAs === "nearest face" ? nearestFaces(clip, frameNumbers) : frameNumbers;
    const loaded = await loadClip(clip, { frames: read, preparation, workers, cache, signal });
    pixels.set(loaded, place * frames * size * size * 3);
  };
  if (workers > 0) await Promise.all(part.map(load));
  else for (const [place, planned] of part.entries()) await load(planned, place);
  return {
    clips: part.map(({ clip }) => clip),
    frameNumbers: part.map(({ frameNumbers }) => frameNumbers),
    pixels,
    labels: Int32Array.from(part, ({ clip }) => clip.label ?? -1),
    batch: part.length,
    frames,
    size,
  };
}

/** The clips and frames in the batches of an epoch, without reading any. */
export function plannedFrames(
  set: ClipSet,
  options: ClipBatchesOptions,
): Pick<ClipBatch, "clips" | "frameNumbers">[] {
  return planBatches(set, options).map((part) => ({
    clips: part.map(({ clip }) => clip),
    frameNumbers: part.map(({ frameNumbers }) => frameNumbers),
  }));
}

interface PlannedClip {
  readonly clip: Clip;
  readonly frameNumbers: readonly number[];
  readonly augment: AugmentationOptions | null;
  readonly randomKeys: readonly (number | string)[];
}

/** Decides what every batch of an epoch holds, before any frame is read. */
function planBatches(set: ClipSet, options: ClipBatchesOptions): PlannedClip[][] {
  const { batch, mode, seed = 0, epoch = 0, augment = true } = options;
  const planned = orderClips(set, options).map((clip, place) => ({
    clip,
    frameNumbers: chooseFrames(clip, options, new Random(seed, "frames", epoch, place)),
    augment: mode === "test" || augment === false ? null : augment === true ? {} : augment,
    randomKeys: [seed, "augmentation", epoch, place],
  }));
  const batches = Array.from({ length: Math.ceil(planned.length / batch) }, (_, b) =>
    planned.slice(b * batch, (b + 1) * batch),
  );
  const dropLast = (options.dropLast ?? mode === "train") && batches.length > 1;
  return batches.filter((part) => !dropLast || part.length === batch);
}

function chooseFrames(clip: Clip, options: ClipBatchesOptions, random: Random): number[] {
  if (!options.onlyWithFace) return sampleFrames(clip.frameCount, options, random);
  const candidates = framesWithFace(clip);
  return sampleFrames(candidates.length, options, random).map((place) => candidates[place]);
}

function orderClips(set: ClipSet, options: ClipBatchesOptions): readonly Clip[] {
  const { mode, balanced = false, seed = 0, epoch = 0 } = options;
  if (mode === "test") return set.clips;
  const random = new Random(seed, "order", epoch);
  if (!balanced) return random.shuffle(set.clips);
  const classes = set.labels.emotions
    .map((_, emotion) => set.clips.filter(({ label }) => label === emotion))
    .filter((clips) => clips.length > 0);
  return Array.from({ length: set.length }, () => random.pick(random.pick(classes)));
}
