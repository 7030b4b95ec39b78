import { createHash } from "node:crypto";
import type { LabelSet } from "../labels.js";
import { displayMethod, type MimeBundle } from "../views/mimeBundle.js";
import type { Clip } from "./clip.js";
import type { DatasetDescription } from "./datasets/datasetFile.js";
import { describeClips } from "./clipSetText.js";
import { contactSheet } from "./clipSheet.js";
import { divideClips, type DivideOptions } from "./clipSplit.js";
import { Random } from "./random.js";

export interface SplitOptions extends DivideOptions {
  /** The share of clips that are held out for testing, between 0 and 1. @default 0.25 */
  readonly test?: number;
}

/** One part of the clips to learn from and the other to be judged by. */
export interface TrainAndTest {
  readonly train: ClipSet;
  readonly test: ClipSet;
}

/**
 * Clips with the label set that their labels refer to. A set never changes: what selects or divides gives new
 * sets that share the clips. As the last expression of a cell it shows a table and a sheet of frames.
 */
export class ClipSet implements Iterable<Clip> {
  #contentHash?: string;

  /**
   * @param clips their ids must differ
   * @param dataset the description of the data set that they are from or are a part of; for run records
   * @throws RangeError when an id occurs twice or a label is none of the label set's
   */
  constructor(
    readonly clips: readonly Clip[],
    readonly labels: LabelSet,
    readonly dataset: DatasetDescription | null = null,
  ) {
    const seen = new Set<string>();
    for (const { id, label } of clips) {
      if (seen.has(id)) throw new RangeError(`Two clips of one set have the same id "${id}".`);
      seen.add(id);
      if (label !== null && labels.emotions[label] === undefined) {
        throw new RangeError(
          `Clip "${id}" has the label ${label}; it must be 0..${labels.emotions.length - 1}.`,
        );
      }
    }
  }

  get length(): number {
    return this.clips.length;
  }

  [Symbol.iterator](): Iterator<Clip> {
    return this.clips[Symbol.iterator]();
  }

  /** How many clips each emotion has, in the label set's order; clips without a label are not counted. */
  get classCounts(): number[] {
    const counts = this.labels.emotions.map(() => 0);
    for (const { label } of this.clips) if (label !== null) counts[label]++;
    return counts;
  }

  /** Who is seen, each once, in order of appearance. */
  get identities(): string[] {
    return [...new Set(this.clips.flatMap(({ identity }) => (identity === null ? [] : [identity])))];
  }

  /** SHA-256 over the labels and over what is known of every clip, as 64 hexadecimal digits; for run records. */
  get contentHash(): string {
    this.#contentHash ??= hashClips(this.clips, this.labels);
    return this.#contentHash;
  }

  /** The same clips, as those of a data set with a description. */
  describedBy(dataset: DatasetDescription): ClipSet {
    return this.#of(this.clips, dataset);
  }

  #of(clips: readonly Clip[], dataset = this.dataset): ClipSet {
    return new ClipSet(clips, this.labels, dataset);
  }

  /** The clip with this id, if there is one. */
  find(id: string): Clip | undefined {
    return this.clips.find((clip) => clip.id === id);
  }

  /** The clips for which `keep` holds. */
  filter(keep: (clip: Clip, index: number) => boolean): ClipSet {
    return this.#of(this.clips.filter(keep));
  }

  /**
   * The clips labelled with one of these emotions, e.g. `clips.withEmotion("Sad", "Fear")`.
   * @throws RangeError when there is no such emotion
   */
  withEmotion(...names: readonly string[]): ClipSet {
    const wanted = new Set(names.map((name) => this.labels.emotionIndex(name)));
    return this.filter(({ label }) => label !== null && wanted.has(label));
  }

  /** At most `count` clips, drawn at random, in their order in the set. */
  sample(count: number, seed: number | string = 0): ClipSet {
    const drawn = new Set(new Random(seed, "sample").shuffle(this.clips).slice(0, count));
    return this.filter((clip) => drawn.has(clip));
  }

  /**
   * Holds some clips out for testing.
   * @throws RangeError when `test` is not between 0 and 1, or the clips do not suffice for two parts
   */
  split({ test = 0.25, ...options }: SplitOptions = {}): TrainAndTest {
    if (!(test > 0 && test < 1)) {
      throw new RangeError(`The share of clips for testing lies between 0 and 1, got ${test}.`);
    }
    const [trainClips, testClips] = divideClips(this.clips, [1 - test, test], options);
    return { train: this.#of(trainClips), test: this.#of(testClips) };
  }

  /**
   * Divides the clips into `count` parts and holds each out in turn (cross-validation): the test sets have no
   * clip in common and together are the whole set.
   * @throws RangeError when `count` is no whole number from 2 on, or the clips do not suffice
   */
  folds(count: number, options: DivideOptions = {}): TrainAndTest[] {
    if (!Number.isInteger(count) || count < 2) {
      throw new RangeError(`Cross-validation needs at least 2 folds, got ${count}.`);
    }
    const parts = divideClips(this.clips, Array<number>(count).fill(1), options);
    return parts.map((part) => {
      const held = new Set(part);
      return { train: this.filter((clip) => !held.has(clip)), test: this.#of(part) };
    });
  }

  /** The table that a terminal shows. */
  toString(): string {
    return describeClips(this);
  }

  async [displayMethod](): Promise<MimeBundle> {
    const text = { "text/plain": this.toString() };
    if (this.length === 0) return text;
    const sheet = await contactSheet(this);
    return { ...text, "image/png": sheet.toString("base64") };
  }
}

function hashClips(clips: readonly Clip[], labels: LabelSet): string {
  const hash = createHash("sha256").update(JSON.stringify([labels.emotions, labels.groups]));
  for (const { id, label, identity, frameCount, frameRate, contentKey = null } of clips) {
    hash.update(JSON.stringify([id, label, identity, frameCount, frameRate, contentKey]));
  }
  return hash.digest("hex");
}
