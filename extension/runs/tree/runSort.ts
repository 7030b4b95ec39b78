import type { RunRecord } from "../runRecord.js";

/** What runs are sorted by: the newest, the highest rate, the lowest loss or the longest first. */
export const runSorts = ["newest", "uar", "war", "loss", "seconds"] as const;
export type RunSort = (typeof runSorts)[number];

/** Sorted runs; those without the figure come last, the newest of them first. */
export function sortRuns(runs: readonly RunRecord[], sort: RunSort): RunRecord[] {
  const newest = [...runs].sort((a, b) => b.id.localeCompare(a.id));
  if (sort === "newest") return newest;
  const sign = sort === "loss" ? 1 : -1;
  const value = (run: RunRecord) => (run[sort] === undefined ? Infinity : sign * run[sort]);
  return newest.sort((a, b) => (value(a) === value(b) ? 0 : value(a) - value(b)));
}
