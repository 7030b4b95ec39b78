import type { Ffmpeg } from "./ffmpeg.js";
import { FfmpegLog } from "./ffmpegLog.js";
import type { HdrColours } from "./hdrColours.js";
import { runFfmpeg } from "./runFfmpeg.js";

/** What has to be known of a video's stream before it is decoded. */
export interface VideoStream {
  /** E.g. "h264"; null for a file that is no video. */
  readonly codec: string | null;
  /** Null for SDR. */
  readonly hdr: HdrColours | null;
}

/** Asks ffmpeg, which reads the file's header alone. */
export async function videoStreamOf(
  ffmpeg: Ffmpeg,
  file: string,
  signal?: AbortSignal,
): Promise<VideoStream> {
  const log = new FfmpegLog(file);
  const run = runFfmpeg(ffmpeg, log, ["-c", "copy", "-t", "0", "-f", "null", "-"], { signal });
  run.stdout.resume();
  await run.ended;
  return { codec: log.codec, hdr: log.hdr };
}
