import { DataError } from "../../../files/dataError.js";
import type { FfmpegLog } from "./ffmpegLog.js";

/** What is known about a video once all its frames have been decoded. */
export interface VideoFacts {
  readonly frameCount: number;
  /** Mean frames per second over the whole video; null for a single frame. */
  readonly frameRate: number | null;
  /** Time of each frame, in seconds from the start of the file. */
  readonly times: readonly number[];
  /** e.g. "h264" */
  readonly codec: string;
}

/**
 * The facts from the log of a fully decoded video.
 * @throws DataError when the video is truncated, unless that is allowed
 */
export function factsOf(log: FfmpegLog, { allowIncomplete = false } = {}): VideoFacts {
  if (log.breaksOff && !allowIncomplete) throw breaksOff(log);
  const { times } = log;
  const span = sixDigits(times[times.length - 1]) - sixDigits(times[0]);
  const frameRate = span > 0 ? (times.length - 1) / span : log.frameRate;
  return { frameCount: times.length, frameRate, times: [...times], codec: log.codec ?? "unknown" };
}

/** The rate is part of a clip's content hash: it comes from the digits that every ffmpeg prints, so that hashes stay. */
function sixDigits(seconds: number): number {
  return Number(seconds.toPrecision(6));
}

function breaksOff({ file, times, frameRate, duration }: FfmpegLog): DataError {
  const reached = times[times.length - 1] + 1 / (frameRate ?? 25);
  const whole = duration !== null && duration > reached + 0.2 ? ` of ${duration.toFixed(1)}` : "";
  return new DataError(
    `the video is cut off after ${reached.toFixed(1)}${whole} seconds (${times.length} frames). ` +
      "Copy or download it again, or use what is there: allowIncomplete: true, as an option --allow-incomplete.",
    { file },
  );
}
