import { readFileSync } from "node:fs";

/** What scipy and statsmodels compute for the cases of lesson 7, in their order; golden.py writes it. */
export interface Golden {
  readonly intervals: readonly number[][];
  readonly pairs: readonly number[];
  readonly flips: readonly number[];
  readonly holm: readonly number[][];
  readonly largest: readonly number[][];
  readonly powers: readonly Readonly<Record<"power" | "normal" | "noRoot" | "variance", number>>[];
  readonly t975: readonly number[];
}

export const golden = JSON.parse(readFileSync(new URL("golden.json", import.meta.url), "utf8")) as Golden;

/** An answer that gives the golden values of one case after the other. */
export function oneAfterTheOther<Value>(values: readonly Value[]): () => Value {
  let at = 0;
  return () => values[at++];
}
