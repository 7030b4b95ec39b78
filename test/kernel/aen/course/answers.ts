/** Answers to one exercise, as students write them. */
export interface Answers {
  /** Three right ones and more, each written differently. */
  readonly right: Readonly<Record<string, unknown>>;
  /** Five typical wrong ones and more, with what the hint must say. */
  readonly wrong: readonly (readonly [what: string, answer: unknown, hint: RegExp])[];
}
