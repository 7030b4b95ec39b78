import { decoderOptions } from "./decoders.js";
import { findFfmpeg } from "./ffmpeg.js";
import { FfmpegLog } from "./ffmpegLog.js";
import { runFfmpeg, showTimes, timing } from "./runFfmpeg.js";
import { canToneMap } from "./toneMapping.js";
import { factsOf, type VideoFacts } from "./videoFacts.js";
import { videoStreamOf } from "./videoStream.js";
import type { VideoFile } from "./videoFile.js";

/** Options for measuring a video. */
export interface MeasureOptions {
  /** Frame rate to resample to. */
  readonly frameRate?: number;
  readonly allowIncomplete?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Decodes a video once without storing anything, to count its frames and get their times.
 * @throws DataError when the file is not a video, truncated or damaged
 */
export async function measureVideo(video: VideoFile, options: MeasureOptions = {}): Promise<VideoFacts> {
  options.signal?.throwIfAborted();
  const ffmpeg = await findFfmpeg();
  const log = new FfmpegLog(video.file);
  log.toneMapped = await canToneMap(ffmpeg); // as its frames will be when they are read
  const { codec } = await videoStreamOf(ffmpeg, video.file, options.signal);
  const decoder = await decoderOptions(ffmpeg, codec);
  const resample = options.frameRate === undefined ? [] : [`fps=${options.frameRate}`];
  const filter = ["-vf", [...resample, showTimes(ffmpeg)].join(",")];
  const output = [...filter, ...timing(ffmpeg), "-f", "null", "-"];
  const run = runFfmpeg(ffmpeg, log, output, { decoder, signal: options.signal });
  run.stdout.resume();
  await run.ended;
  options.signal?.throwIfAborted();
  if (log.times.length === 0) throw log.noPictures();
  return factsOf(log, options);
}
