import { totalmem } from "node:os";
import type { Clip } from "../../clips/clip.js";
import type { NumberedFrame, SharedFrame } from "./sharedFrames.js";

/**
 * Decoded frames, kept in memory up to a budget. Nothing is evicted: since clips are read repeatedly in
 * different orders, replacing old frames with new ones would help no later read. Frames are freed once nothing
 * references their clip.
 */
export class FrameCache {
  #used = 0;
  #clips = new WeakMap<Clip, { frames: Map<number, SharedFrame>; bytes: { count: number } }>();
  readonly #gone = new FinalizationRegistry<{ count: number }>((bytes) => {
    this.#used -= bytes.count;
    bytes.count = 0;
  });

  /** @param budget in bytes */
  constructor(public budget: number) {}

  /** Bytes held. */
  get used(): number {
    return this.#used;
  }

  /** Those of the given frames that are held. */
  known(clip: Clip, frames: readonly number[]): Map<number, SharedFrame> {
    const held = this.#clips.get(clip)?.frames;
    if (!held) return new Map();
    return new Map(
      frames.flatMap((frame): NumberedFrame[] => {
        const image = held.get(frame);
        return image ? [[frame, image]] : [];
      }),
    );
  }

  /** Holds frames as long as the budget allows. */
  keep(clip: Clip, frames: readonly NumberedFrame[]): void {
    for (const [frame, image] of frames) {
      if (this.#used + image.data.length > this.budget) return;
      const entry = this.#entry(clip);
      if (entry.frames.has(frame)) continue;
      entry.frames.set(frame, image);
      entry.bytes.count += image.data.length;
      this.#used += image.data.length;
    }
  }

  /** Forgets everything. */
  clear(): void {
    this.#clips = new WeakMap();
    this.#used = 0;
  }

  #entry(clip: Clip) {
    let entry = this.#clips.get(clip);
    if (!entry) {
      entry = { frames: new Map<number, SharedFrame>(), bytes: { count: 0 } };
      this.#clips.set(clip, entry);
      this.#gone.register(clip, entry.bytes);
    }
    return entry;
  }
}

/** This process's frames; by default up to an eighth of the machine's memory. */
export const frameCache = new FrameCache(Math.floor(totalmem() / 8));
