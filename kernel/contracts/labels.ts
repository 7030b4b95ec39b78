/** A set of emotions with similar sentiment, e.g. Negative = Sad, Angry, Disgust, Fear. */
export interface EmotionGroup {
  readonly name: string;
  /** Indices into {@link Labels.emotions}. */
  readonly emotions: readonly number[];
}

/** The assignment of emotions to sentiment groups. */
export type Grouping = Pick<Labels, "emotions" | "groups">;

/** The emotions that a network distinguishes and their sentiment groups, in the order of its outputs. */
export interface Labels {
  readonly emotions: readonly string[];
  readonly groups: readonly EmotionGroup[];
  /** For each emotion, the index of its group. */
  readonly groupOf: readonly number[];
}
