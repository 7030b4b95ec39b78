/** A gap between two pictures counts from this many seconds on, and from this many times the usual distance on. */
const [shortest, times] = [0.25, 4];
/** Sound may go on a little after the last picture: seconds, and a share of the whole. */
const [tail, share] = [0.5, 0.05];

/**
 * Where a video has no pictures, which its file does not explain: it is damaged there, cut off, or was recorded so.
 * @param at times of all pictures, in seconds
 * @param duration in seconds, as the container states it; null if it does not
 * @returns null when nothing is missing
 */
export function missingTime(at: readonly number[], duration: number | null): string | null {
  const steps = at.slice(1).map((time, before) => ({ from: at[before], length: time - at[before] }));
  const usual = [...steps].sort((a, b) => a.length - b.length)[steps.length >> 1]?.length ?? 0;
  const gaps = steps.filter(({ length }) => length > Math.max(shortest, times * usual));
  const found = [gapsText(gaps), endText(at.at(-1)! + usual, duration)].filter((text) => text !== null);
  return found.length === 0 ? null : `${found.join("; ")}. Check that the file is whole.`;
}

interface Gap {
  readonly from: number;
  readonly length: number;
}

function gapsText(gaps: readonly Gap[]): string | null {
  if (gaps.length === 0) return null;
  const longest = gaps.reduce((most, gap) => (gap.length > most.length ? gap : most));
  const places = gaps.length === 1 ? "" : `, the longest of ${gaps.length} such places`;
  return `it has no pictures for ${longest.length.toFixed(2)} s after ${longest.from.toFixed(2)} s${places}`;
}

function endText(end: number, duration: number | null): string | null {
  if (duration === null || duration - end <= Math.max(tail, share * duration)) return null;
  return `its pictures end after ${end.toFixed(1)} of ${duration.toFixed(1)} s`;
}
