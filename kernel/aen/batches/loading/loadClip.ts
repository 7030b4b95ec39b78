import type { Clip } from "../../clips/clip.js";
import { noteDamagedFrames } from "../../clips/damagedFrames.js";
import type { FrameCache } from "./frameCache.js";
import { prepareClip, type Preparation } from "./prepareClip.js";
import { loadFrames, type LoadedFrames } from "./sharedFrames.js";
import { workerPool } from "./workerPool.js";

export interface LoadOptions {
  readonly frames: readonly number[];
  readonly preparation: Preparation;
  /** 0: everything happens in this thread. */
  readonly workers: number;
  readonly cache: FrameCache | null;
  readonly signal?: AbortSignal;
}

/**
 * Reads and prepares frames of one clip, in a worker thread where that pays off. If the worker fails, this thread
 * tries again, so that the error is the clip's own.
 * @returns `[frames, size, size, 3]`, 8 bits
 */
export async function loadClip(clip: Clip, options: LoadOptions): Promise<Uint8Array> {
  const { frames, preparation, workers, cache, signal } = options;
  const known = cache?.known(clip, frames) ?? new Map();
  const complete = frames.every((frame) => known.has(frame));
  const cheap = complete && preparation.augment === null;
  if (workers > 0 && !cheap && (complete || clip.source)) {
    const source = complete ? null : clip.source!;
    const task = { source, frames, known: [...known], keep: cache !== null, preparation };
    const reply = await workerPool.run(task, workers);
    signal?.throwIfAborted();
    if ("pixels" in reply) {
      keep(reply);
      return reply.pixels;
    }
  }
  const loaded = await loadFrames(clip, { frames, known, keep: cache !== null }, signal);
  keep(loaded);
  return prepareClip(loaded.pictures, preparation);

  function keep({ decoded, damaged }: Pick<LoadedFrames, "decoded" | "damaged">): void {
    cache?.keep(clip, decoded);
    noteDamagedFrames(clip, damaged);
  }
}
