/** What the check of an exercise has found, `application/vnd.aen.exercise-check.v1+json`. */
export interface ExerciseCheckPayload {
  readonly view: "exercise-check";
  readonly version: 1;
  readonly title?: string;
  /** Of the frame's words; exercises and hints are in the lesson's language. */
  readonly language: FrameLanguage;
  /** The exercise's number, such as "6.2". */
  readonly exercise: string;
  readonly name: string;
  /** Reached, from 0 to `maxPoints`. */
  readonly points: number;
  readonly maxPoints: number;
  /** @maxItems 100 */
  readonly parts: readonly CheckedPart[];
  /** What to look at next; it does not give the answer away. */
  readonly hint?: string;
  /** Where a submission is graded: shows that the points come from the check. */
  readonly seal?: string;
}

/** The languages of buttons, states and messages around an exercise. */
export type FrameLanguage = "en" | "de";

/** One thing that a check looks at. */
export interface CheckedPart {
  /** Such as "the value". */
  readonly what: string;
  /** "open": not looked at, because something before it is not right. */
  readonly state: "right" | "wrong" | "open";
  readonly points: number;
  readonly maxPoints: number;
}
