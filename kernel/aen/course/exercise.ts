/** An exercise that `aen.check` can check. */
export interface Exercise {
  /** Such as "6.2": lesson and number. */
  readonly id: string;
  readonly name: string;
  readonly parts: readonly ExercisePart[];
}

/** One thing that a check looks at; parts are looked at in their order. */
export interface ExercisePart {
  /** Such as "the values". */
  readonly what: string;
  readonly points: number;
  /** Left open while an earlier part is not right. */
  readonly needsEarlier?: boolean;
  /**
   * @param answer what the student has handed over
   * @param hidden whether to look at the hidden cases too, which a lecturer adds when grading
   */
  examine(answer: unknown, hidden: boolean): Finding | Promise<Finding>;
}

/** What a part has found: the share of its points (0 to 1), and a hint where that is not all of them. */
export interface Finding {
  readonly share: number;
  readonly hint?: string;
}

export const right: Finding = { share: 1 };

export function wrong(hint: string): Finding {
  return { share: 0, hint };
}

/** The most points of an exercise. */
export function pointsOf({ parts }: Exercise): number {
  return parts.reduce((sum, { points }) => sum + points, 0);
}
