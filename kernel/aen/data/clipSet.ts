import type { LabelSet } from "../labels.js";
import type { Clip } from "./clip.js";

/** Clips with the label set that their labels refer to. */
export class ClipSet implements Iterable<Clip> {
  constructor(
    readonly clips: readonly Clip[],
    readonly labels: LabelSet,
  ) {}

  get length(): number {
    return this.clips.length;
  }

  [Symbol.iterator](): Iterator<Clip> {
    return this.clips[Symbol.iterator]();
  }
}
