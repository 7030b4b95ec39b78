/** A kernel's process at one moment; memory in mebibytes. */
export interface Sample {
  readonly seconds: number;
  readonly steps: number;
  readonly rss: number;
  readonly threads: number;
  /** Open files, sockets and pipes. */
  readonly handles: number;
  /** Of JavaScript on the main thread. */
  readonly heap: number;
  readonly external: number;
}

/** The means of the first, middle and last third of a series. */
export function meansOfThirds(series: readonly number[]): readonly [number, number, number] {
  const third = Math.floor(series.length / 3);
  const mean = (from: number, to: number) =>
    series.slice(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
  return [mean(0, third), mean(third, series.length - third), mean(series.length - third, series.length)];
}

/** Whether the last third is at most a tenth above the middle one. */
export function isLevel([, middle, last]: readonly [number, number, number]): boolean {
  return last <= 1.1 * middle;
}
