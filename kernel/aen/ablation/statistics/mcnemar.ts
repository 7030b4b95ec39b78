import { coinTail } from "./distributions.js";

export interface McNemar {
  /** Clips that only the first run classified correctly. */
  readonly onlyFirst: number;
  /** Clips that only the second run classified correctly. */
  readonly onlySecond: number;
  /** Exact and two-sided; 1 when the runs agree on every clip. */
  readonly p: number;
}

/**
 * McNemar's exact test for two runs on the same clips (McNemar 1947): do these two networks differ on clips of
 * this kind? It says nothing about other seeds, so it does not test an arm.
 * @throws RangeError when the runs do not have the same number of clips
 */
export function mcnemar(first: readonly boolean[], second: readonly boolean[]): McNemar {
  if (first.length !== second.length) {
    throw new RangeError(
      `McNemar's test pairs clips: the runs have ${first.length} and ${second.length} of them.`,
    );
  }
  const onlyFirst = first.filter((right, clip) => right && !second[clip]).length;
  const onlySecond = second.filter((right, clip) => right && !first[clip]).length;
  const p = Math.min(1, 2 * coinTail(Math.min(onlyFirst, onlySecond), onlyFirst + onlySecond));
  return { onlyFirst, onlySecond, p };
}
