import path from "node:path";
import { readdir } from "node:fs/promises";
import { planDecoding, type DecodeOptions } from "./decodeVideo.js";
import { findFfmpeg } from "./ffmpeg.js";
import { FfmpegLog } from "./ffmpegLog.js";
import { runFfmpeg, timing } from "./runFfmpeg.js";
import type { VideoFile } from "./videoFile.js";

/** JFIF implies the BT.601 matrix, full range and, here, full-resolution colour. */
const jfif = ":out_color_matrix=bt601:out_range=full";
const encoder = ["-c:v", "mjpeg", "-pix_fmt", "yuvj444p", "-q:v", "2", "-threads", "2"];

/**
 * Has ffmpeg decode a video and write its frames as 000001.jpg, 000002.jpg, ... (quality 2, full-resolution
 * colour), so that no picture passes through this process.
 * @throws DataError when there is no picture, NodeJS.ErrnoException when the disk is full
 */
export async function writeJpegFrames(
  video: VideoFile,
  folder: string,
  options: Omit<DecodeOptions, "frames">,
): Promise<FfmpegLog> {
  const ffmpeg = await findFfmpeg();
  const log = new FfmpegLog(video.file, options.onFrame);
  const pattern = `file:${path.join(folder, "").replaceAll("%", "%%")}${path.sep}%06d.jpg`;
  const plan = await planDecoding(ffmpeg, log, options, jfif);
  const output = ["-vf", plan.filters, ...timing(ffmpeg), ...encoder, "-f", "image2", pattern];
  const run = runFfmpeg(ffmpeg, log, output, { ...plan, signal: options.signal });
  run.stdout.resume();
  await run.ended;
  options.signal?.throwIfAborted();
  const written = (await readdir(folder)).length;
  if (written < log.times.length) throw notWritten(log, written);
  if (written === 0) throw log.noPictures();
  return log;
}

/** ffmpeg continues, or exits, when it cannot write. */
function notWritten(log: FfmpegLog, written: number): Error {
  const full = /No space left|Disk quota/.test(log.trouble);
  const message = log.trouble || `ffmpeg wrote ${written} of ${log.times.length} frames`;
  return Object.assign(new Error(message), { code: full ? "ENOSPC" : "EIO" });
}
