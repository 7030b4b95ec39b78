import type { ImportProgress } from "../aen/sources/video/importProgress.js";

/** The progress of an import, or of what continues it with other stages. */
type Progress = Omit<ImportProgress, "stage"> & { readonly stage: string };

/** "[2/7] a.mp4: finding faces, frame 120 of 472, 41 frames/s, 9 s left". */
export function progressLine(progress: Progress): string {
  const { file, fileNumber, fileCount, stage, frames, frameCount, rate, secondsLeft } = progress;
  const of = frameCount === null ? "" : ` of ${frameCount}`;
  const speed = rate > 0 ? `, ${rate.toFixed(0)} frames/s` : "";
  const left = secondsLeft === null ? "" : `, ${timeLeft(secondsLeft)} left`;
  return `[${fileNumber}/${fileCount}] ${file}: ${stage}, frame ${frames}${of}${speed}${left}`;
}

function timeLeft(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}

/** Writes one line on stderr, overwritten in place on a terminal; writes nothing elsewhere. */
export function tell(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line}`);
}
