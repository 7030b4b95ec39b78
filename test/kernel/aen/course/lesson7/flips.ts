import { mean } from "./statistics.js";

/** A sign-flip test in the lesson's way, with what may go wrong to be given. */
export function flips(
  d: number[],
  count: number,
  counts: (flipped: number, observed: number) => boolean,
  draw: () => number,
) {
  let hits = 0;
  for (let flip = 0; flip < count; flip++)
    if (counts(mean(d.map((v) => (draw() < 0.5 ? -v : v))), mean(d))) hits++;
  return hits / count;
}
/** Whether a flipped mean is as far from 0 as the observed one, or farther. */
export const asExtreme = (flipped: number, observed: number) =>
  Math.abs(flipped) >= Math.abs(observed) - 1e-9;
