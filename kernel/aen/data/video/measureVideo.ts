import { DataError } from "../dataError.js";
import { checkFile } from "../images/checkFile.js";
import { findFfmpeg } from "./ffmpeg.js";
import { FfmpegLog } from "./ffmpegLog.js";
import { runFfmpeg, showTimes, timing } from "./runFfmpeg.js";

/** What is known of a video once all its frames have been decoded. */
export interface VideoFacts {
  readonly frameCount: number;
  /** Mean frames per second over the whole video; null for a single frame. */
  readonly frameRate: number | null;
  /** Seconds from the start of the file, one for each frame. */
  readonly times: readonly number[];
  /** e.g. "h264" */
  readonly codec: string;
}

/**
 * Decodes a video once without keeping anything, to count its frames and learn their times.
 * @throws DataError when it is missing, no video, or incomplete
 */
export async function measureVideo(
  file: string,
  options: {
    readonly frameRate?: number;
    readonly allowIncomplete?: boolean;
    readonly signal?: AbortSignal;
  } = {},
): Promise<VideoFacts> {
  options.signal?.throwIfAborted();
  await checkFile(file, "video");
  const ffmpeg = await findFfmpeg();
  const log = new FfmpegLog(file);
  const resample = options.frameRate === undefined ? [] : [`fps=${options.frameRate}`];
  const filter = ["-vf", [...resample, showTimes(ffmpeg)].join(",")];
  const run = runFfmpeg(
    ffmpeg,
    log,
    [...filter, ...timing(ffmpeg, "passthrough"), "-f", "null", "-"],
    options.signal,
  );
  run.stdout.resume();
  await run.ended;
  options.signal?.throwIfAborted();
  if (log.times.length === 0) throw log.noPictures();
  if (!options.allowIncomplete) checkComplete(log);
  return factsOf(log);
}

/** The facts in the log of a video that has been decoded to its end. */
export function factsOf(log: FfmpegLog): VideoFacts {
  const { times } = log;
  const span = times[times.length - 1] - times[0];
  const frameRate = span > 0 ? (times.length - 1) / span : log.frameRate;
  return { frameCount: times.length, frameRate, times: [...times], codec: log.codec ?? "unknown" };
}

/**
 * Refuses a video that ends in the middle of its data.
 * @throws DataError
 */
export function checkComplete(log: FfmpegLog): void {
  if (!log.breaksOff) return;
  const reached = log.times[log.times.length - 1] + 1 / (log.frameRate ?? 25);
  const whole = log.duration !== null && log.duration > reached + 0.2 ? ` of ${log.duration.toFixed(1)}` : "";
  throw new DataError(
    `the video breaks off after ${reached.toFixed(1)}${whole} seconds (${log.times.length} frames). ` +
      "Copy or download it again, or pass allowIncomplete: true to use what is there.",
    { file: log.file },
  );
}
