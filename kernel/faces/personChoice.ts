import type { PersonChoice } from "../contracts/personChoice.js";

const words: readonly unknown[] = ["largest", "central", "left", "right"];

/** @throws RangeError for anything else than a {@link PersonChoice} */
export function requirePersonChoice(value: unknown): asserts value is PersonChoice {
  if (words.includes(value)) return;
  if (typeof value === "number" && Number.isInteger(value) && value >= 1) return;
  throw new RangeError(
    `person must be "largest", "central", "left", "right" or a person's number from 1, got ${JSON.stringify(value)}.`,
  );
}
