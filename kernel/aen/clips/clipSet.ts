import { createHash } from "node:crypto";
import type { LabelSet } from "../labels.js";
import { displayMethod, type MimeBundle } from "../../contracts/mimeBundle.js";
import type { Clip } from "./clip.js";
import { clipRecipe, type ClipOrigin, type ClipStep } from "./clipOrigin.js";
import { damagedFramesOf } from "./damagedFrames.js";
import type { DatasetDescription } from "./datasetDescription.js";
import { namesakesText, rememberMaker } from "./namesakes.js";
import { personsOf } from "./personOf.js";
import { clipWithPeopleOf } from "./relabelledClip.js";
import { rememberLabels } from "./labelsOfClip.js";
import type { LeftOutClip } from "./leftOutClips.js";
import { clipsDetails, framesDetails, isClip } from "./clipDetails.js";
import { describeClips } from "./clipSetText.js";
import { contactSheet } from "./clipSheet.js";
import { divideClips, type DivideOptions } from "./clipSplit.js";
import { splitCautions } from "./splitCautions.js";
import { describeValues } from "../host/variableDetails.js";
import { remark } from "../host/remark.js";
import { Random } from "../../random/random.js";

export interface SplitOptions extends DivideOptions {
  /** The share of clips held out for testing, between 0 and 1. @default 0.25 */
  readonly test?: number;
}

/** What is known of a set besides its clips. */
export interface SetNotes {
  readonly leftOut?: readonly LeftOutClip[];
  /** What repeats among its clips although no clip names it, as a sentence without its full stop. */
  readonly repeats?: string;
}

/** The clips to train on and the clips to test on. */
export interface TrainAndTest {
  readonly train: ClipSet;
  readonly test: ClipSet;
}

/**
 * Clips with the label set that their labels refer to. A set is immutable: selecting or splitting returns new
 * sets that share the clips. As the last expression of a cell it shows a table and a sheet of frames.
 */
export class ClipSet implements Iterable<Clip> {
  #contentHash?: string;

  /**
   * @param clips with distinct ids
   * @param dataset description of the data set they come from, in whole or in part; for run records
   * @param origin how they were made, for run records; null for clips put together in code
   * @param notes what else is known of the set
   * @throws RangeError when an id occurs twice or a label is not in the label set
   */
  constructor(
    readonly clips: readonly Clip[],
    readonly labels: LabelSet,
    readonly dataset: DatasetDescription | null = null,
    readonly origin: ClipOrigin | null = null,
    readonly notes: SetNotes = {},
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
    rememberLabels(clips, labels);
    const namesakes = origin === null ? namesakesText(clips) : null;
    if (namesakes !== null) remark(namesakes);
  }

  get length(): number {
    return this.clips.length;
  }

  [Symbol.iterator](): Iterator<Clip> {
    return this.clips[Symbol.iterator]();
  }

  /** The clips that their source names and that could not or should not be used, with the reasons. */
  get leftOut(): readonly LeftOutClip[] {
    return this.notes.leftOut ?? [];
  }

  /** The clips in which damaged frames are known, of those that were looked at or read. */
  get damagedFrames(): { readonly clip: string; readonly frames: readonly number[] }[] {
    return this.clips.flatMap((clip) => {
      const frames = damagedFramesOf(clip).map(([frame]) => frame);
      return frames.length > 0 ? [{ clip: clip.id, frames }] : [];
    });
  }

  /** The number of clips per emotion, in the label set's order; unlabelled clips are not counted. */
  get classCounts(): number[] {
    const counts = this.labels.emotions.map(() => 0);
    for (const { label } of this.clips) if (label !== null) counts[label]++;
    return counts;
  }

  /** The people shown, each once, in order of appearance; of several data sets with the name of theirs: "RAVDESS 01". */
  get identities(): string[] {
    const named = this.clips.filter(({ identity }) => identity !== null);
    const areOfOne = named.every(({ peopleOf }) => peopleOf === named[0].peopleOf);
    return areOfOne ? [...new Set(named.map(({ identity }) => identity!))] : [...personsOf(named)];
  }

  /** SHA-256 over the labels and everything known about each clip, as 64 hexadecimal digits; for run records. */
  get contentHash(): string {
    this.#contentHash ??= hashClips(this.clips, this.labels);
    return this.#contentHash;
  }

  /** The same clips with the description of their data set. */
  describedBy(dataset: DatasetDescription): ClipSet {
    return new ClipSet(this.clips, this.labels, dataset, this.origin, this.notes);
  }

  /**
   * The same clips with their origin: for the functions of `aen.clips`.
   * @param made the function's name there
   * @param files among its arguments that decide which clips there are
   * @param generator the version of the generator of drawn clips
   */
  madeBy(made: string, given: readonly unknown[], files?: readonly string[], generator?: number): ClipSet {
    const ids = this.clips.map(({ id }) => id);
    const origin = { recipe: clipRecipe(made, given, files, generator), ids, steps: [] };
    rememberMaker(this.clips, origin.recipe);
    return new ClipSet(this.clips, this.labels, this.dataset, origin, this.notes);
  }

  /** The same clips with those of their source that are not among them: for the functions of `aen.clips`. */
  leavingOut(leftOut: readonly LeftOutClip[]): ClipSet {
    return new ClipSet(this.clips, this.labels, this.dataset, this.origin, { ...this.notes, leftOut });
  }

  /** The same clips with what repeats among them although no clip names it; null for nothing. */
  cautioned(repeats: string | null): ClipSet {
    const notes = { ...this.notes, repeats: repeats ?? undefined };
    return new ClipSet(this.clips, this.labels, this.dataset, this.origin, notes);
  }

  #of(clips: readonly Clip[], step: ClipStep): ClipSet {
    const { dataset, origin } = this;
    const steps = origin && { ...origin, steps: [...origin.steps, step] };
    const { repeats } = this.notes;
    return new ClipSet(clips, this.labels, dataset, steps, { repeats });
  }

  /** The clip with this id, if any. */
  find(id: string): Clip | undefined {
    return this.clips.find((clip) => clip.id === id);
  }

  /** The clips for which `keep` holds. */
  filter(keep: (clip: Clip, index: number) => boolean): ClipSet {
    return this.#of(this.clips.filter(keep), { filter: keep.toString() });
  }

  /**
   * The same clips with people of their own: before clips of several data sets are put together that name different people
   * alike. Published data sets (`fromDataset`) need none of this.
   * @param name of the data set, e.g. "lab 2"
   */
  withPeopleOf(name: string): ClipSet {
    const own = this.clips.map((clip) => clipWithPeopleOf(clip, name));
    return this.#of(own, { peopleOf: name }).leavingOut(this.leftOut);
  }

  /**
   * The clips labelled with one of these emotions, e.g. `clips.withEmotion("Sad", "Fear")`.
   * @throws RangeError when there is no such emotion
   */
  withEmotion(...names: readonly string[]): ClipSet {
    const wanted = new Set(names.map((name) => this.labels.emotionIndex(name)));
    const kept = this.clips.filter(({ label }) => label !== null && wanted.has(label));
    return this.#of(kept, { withEmotion: names });
  }

  /** At most `count` clips, drawn at random, in their order in the set. */
  sample(count: number, seed: number | string = 0): ClipSet {
    const drawn = new Set(new Random(seed, "sample").shuffle(this.clips).slice(0, count));
    return this.#of(
      this.clips.filter((clip) => drawn.has(clip)),
      { sample: count, seed },
    );
  }

  /**
   * Holds out some clips for testing.
   * @throws RangeError when `test` is not between 0 and 1, or there are too few clips for two parts
   */
  split({ test = 0.25, ...options }: SplitOptions = {}): TrainAndTest {
    if (!(test > 0 && test < 1)) {
      throw new RangeError(`"test", the share of clips to hold out, must lie between 0 and 1, got ${test}.`);
    }
    const [trainClips, testClips] = divideClips(this.clips, [1 - test, test], options);
    this.#caution([trainClips, testClips]);
    const split = { test, ...options };
    return {
      train: this.#of(trainClips, { split, part: "train" }),
      test: this.#of(testClips, { split, part: "test" }),
    };
  }

  /**
   * Splits the clips into `count` folds and holds each out in turn (cross-validation): the test sets are
   * disjoint and together cover the whole set.
   * @throws RangeError when `count` is not an integer of 2 or more, or there are too few clips
   */
  folds(count: number, options: DivideOptions = {}): TrainAndTest[] {
    if (!Number.isInteger(count) || count < 2) {
      throw new RangeError(`Cross-validation needs at least 2 folds, got ${count}.`);
    }
    const parts = divideClips(this.clips, Array<number>(count).fill(1), options);
    this.#caution(parts);
    return parts.map((part, index) => {
      const held = new Set(part);
      const learnt = this.clips.filter((clip) => !held.has(clip));
      const step = { folds: { count, ...options }, fold: index + 1 };
      return {
        train: this.#of(learnt, { ...step, part: "train" }),
        test: this.#of(part, { ...step, part: "test" }),
      };
    });
  }

  #caution(parts: readonly (readonly Clip[])[]): void {
    splitCautions(parts, this.notes.repeats).forEach(remark);
  }

  /** The table shown in a terminal. */
  toString(): string {
    return describeClips(this);
  }

  async [displayMethod](): Promise<MimeBundle> {
    const text = { "text/plain": this.toString() };
    if (this.length === 0) return text;
    const sheet = await contactSheet(this, { tile: 64, format: "jpeg" });
    return { ...text, "image/jpeg": sheet.toString("base64") };
  }
}

describeValues((value) => (value instanceof ClipSet ? clipsDetails(value) : undefined));
describeValues((value) => (isClip(value) ? framesDetails(value) : undefined));

function hashClips(clips: readonly Clip[], labels: LabelSet): string {
  const hash = createHash("sha256").update(JSON.stringify([labels.emotions, labels.groups]));
  for (const { id, label, identity, frameCount, frameRate, contentKey = null, groups = {} } of clips) {
    const fields = Object.entries(groups).sort(([a], [b]) => (a < b ? -1 : 1));
    const known = [id, label, identity, frameCount, frameRate, contentKey, ...fields];
    hash.update(JSON.stringify(known));
  }
  return hash.digest("hex");
}
