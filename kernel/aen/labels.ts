import type { EmotionGroup, Labels } from "../contracts/labels.js";

/**
 * The emotions that a network distinguishes and the sentiment groups they belong to. Both lists are in the order
 * of the network's outputs.
 */
export class LabelSet implements Labels {
  readonly emotions: readonly string[];
  readonly groups: readonly EmotionGroup[];
  /** For each emotion, the index of its group. */
  readonly groupOf: readonly number[];

  /**
   * @param emotions names, in output order; at least two, all distinct
   * @param groups for each sentiment group, its name and the names of its emotions
   * @throws RangeError when an emotion is unknown, repeated or in no group
   */
  constructor(emotions: readonly string[], groups: Readonly<Record<string, readonly string[]>>) {
    if (emotions.length < 2)
      throw new RangeError(`A label set needs at least two emotions, got ${emotions.length}.`);
    if (new Set(emotions).size < emotions.length) {
      throw new RangeError(`The emotions of a label set must differ: ${emotions.join(", ")}.`);
    }
    this.emotions = [...emotions];
    this.groups = Object.entries(groups).map(([name, members]) => ({
      name,
      emotions: members.map((member) => this.emotionIndex(member)),
    }));
    this.groupOf = this.emotions.map((emotion, index) => this.#groupHolding(emotion, index));
  }

  /**
   * The index of an emotion by name, case-insensitive.
   * @throws RangeError when there is no such emotion
   */
  emotionIndex(name: string): number {
    const wanted = name.trim().toLowerCase();
    const index = this.emotions.findIndex((emotion) => emotion.toLowerCase() === wanted);
    if (index < 0) throw new RangeError(`"${name}" is not one of the emotions ${this.emotions.join(", ")}.`);
    return index;
  }

  #groupHolding(emotion: string, index: number): number {
    const holding = this.groups.flatMap((group, g) => (group.emotions.includes(index) ? [g] : []));
    if (holding.length !== 1) {
      throw new RangeError(
        `"${emotion}" must be in exactly one sentiment group, it is in ${holding.length}.`,
      );
    }
    return holding[0];
  }
}

/** The seven emotions of DFEW, in DFEW's order, in the three sentiment groups of AEN (SPEC.md, section 2). */
export const dfewLabels = new LabelSet(["Happy", "Sad", "Neutral", "Angry", "Surprise", "Disgust", "Fear"], {
  Positive: ["Happy", "Surprise"],
  Neutral: ["Neutral"],
  Negative: ["Sad", "Angry", "Disgust", "Fear"],
});
