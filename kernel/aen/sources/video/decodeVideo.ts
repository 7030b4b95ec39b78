import { findFfmpeg, type Ffmpeg } from "./ffmpeg.js";
import { FfmpegLog, type OnFrame } from "./ffmpegLog.js";
import type { Picture } from "../../../images/picture.js";
import { ppmFrames } from "./ppmFrames.js";
import { decoderOptions } from "./decoders.js";
import { toneMapping } from "./toneMapping.js";
import { videoStreamOf, type VideoStream } from "./videoStream.js";
import { runFfmpeg, showTimes, timing } from "./runFfmpeg.js";
import type { VideoFile } from "./videoFile.js";

/** What to take from a video. */
export interface DecodeOptions {
  /** Frame rate to resample to, by repeating and dropping frames; without it every frame is returned once. */
  readonly frameRate?: number;
  /** Downscale pictures so that neither side is longer than this many pixels; never enlarges. */
  readonly longestSide?: number;
  /** The frame numbers to return, ascending; all by default. */
  readonly frames?: readonly number[];
  /** Called after each picture. */
  readonly onFrame?: OnFrame;
  readonly signal?: AbortSignal;
  /** What is known of its stream; otherwise ffmpeg is asked. */
  readonly stream?: VideoStream;
}

/** A video that is being decoded. */
export interface Decoding {
  /** The pictures, upright, with square pixels; leaving the loop early stops ffmpeg. */
  readonly pictures: AsyncGenerator<Picture, void, undefined>;
  /** What ffmpeg reports about the video; complete once {@link pictures} has ended. */
  readonly log: FfmpegLog;
}

/**
 * Decodes the first video stream of a file with ffmpeg, streaming: about two pictures are in memory at a time.
 * Rotation metadata is applied, pixels are made square, colours are 8-bit RGB, of SDR (BT.709) where the video is HDR.
 * @throws DataError when ffmpeg is missing; from {@link Decoding.pictures} when the file contains no picture
 */
export async function decodeVideo(video: VideoFile, options: DecodeOptions = {}): Promise<Decoding> {
  options.signal?.throwIfAborted();
  const ffmpeg = await findFfmpeg();
  const log = new FfmpegLog(video.file);
  return { log, pictures: pictures(ffmpeg, log, options) };
}

/** How a video is decoded. */
export interface DecodingPlan {
  /** The arguments that choose the decoder. */
  readonly decoder: readonly string[];
  readonly filters: string;
}

/**
 * Looks at a video's stream to see how it is decoded; the log is told whether HDR is mapped to SDR.
 * @param target further options of the scaler
 */
export async function planDecoding(
  ffmpeg: Ffmpeg,
  log: FfmpegLog,
  options: DecodeOptions,
  target = "",
): Promise<DecodingPlan> {
  const { codec, hdr } = options.stream ?? (await videoStreamOf(ffmpeg, log.file, options.signal));
  const mapping = await toneMapping(ffmpeg, hdr);
  log.toneMapped = mapping !== null;
  const decoder = await decoderOptions(ffmpeg, codec);
  return { decoder, filters: filters(ffmpeg, options, mapping ?? [], target).join(",") };
}

async function* pictures(
  ffmpeg: Ffmpeg,
  log: FfmpegLog,
  options: DecodeOptions,
): AsyncGenerator<Picture, void, undefined> {
  const encoder = ["-f", "image2pipe", "-c:v", "ppm", "-pix_fmt", "rgb24", "pipe:1"];
  const plan = await planDecoding(ffmpeg, log, options);
  const output = ["-vf", plan.filters, ...timing(ffmpeg), ...encoder];
  const run = runFfmpeg(ffmpeg, log, output, { ...plan, signal: options.signal });
  let count = 0;
  try {
    const wanted = pickedFrames(options.frames);
    for await (const picture of ppmFrames(run.stdout)) {
      options.signal?.throwIfAborted();
      if (!wanted(count++)) continue;
      yield picture;
      options.onFrame?.(log);
    }
    options.signal?.throwIfAborted();
    await run.ended;
    if (count === 0) throw log.noPictures();
  } finally {
    run.stop();
  }
}

/**
 * The filters that make pictures upright and square-pixelled.
 * @param mapping turns HDR into SDR, once pictures have their size
 * @param target further options of the scaler
 */
function filters(
  ffmpeg: Ffmpeg,
  { frameRate, longestSide = 100_000, frames }: DecodeOptions,
  mapping: readonly string[],
  target: string,
): string[] {
  const shrink = `min(1\\,${longestSide}/max(iw*max(sar\\,0.01)\\,ih))`;
  const width = `max(1\\,round(iw*max(sar\\,0.01)*${shrink}))`;
  const height = `max(1\\,round(ih*${shrink}))`;
  const scale = `scale=w=${width}:h=${height}:flags=bicubic+accurate_rnd+full_chroma_int`;
  return [
    ...(frameRate === undefined ? [] : [`fps=${frameRate}`]),
    showTimes(ffmpeg),
    ...(frames === undefined ? [] : [`select=${selection(frames)}`]),
    ...(mapping.length > 0 ? [scale, "setsar=1", ...mapping] : []),
    `${scale}${target}`,
    "setsar=1",
  ];
}

/** The longest expression, in characters: command lines are limited, on Windows to 32767. */
const longestSelection = 4000;

/**
 * An expression for ffmpeg's select filter that is true for these frame numbers; runs are merged. If it were too long,
 * it is true for all from the first to the last of them.
 */
export function selection(frames: readonly number[]): string {
  const exact = exactSelection(frames);
  if (exact.length <= longestSelection) return exact;
  const sorted = [...frames].sort((a, b) => a - b);
  return `between(n\\,${sorted[0]}\\,${sorted[sorted.length - 1]})`;
}

/** Which of the pictures that such a selection lets through, counted from 0, are wanted. */
export function pickedFrames(frames: readonly number[] | undefined): (place: number) => boolean {
  if (frames === undefined || exactSelection(frames).length <= longestSelection) return () => true;
  const wanted = new Set(frames);
  const first = [...wanted].reduce((least, frame) => Math.min(least, frame));
  return (place) => wanted.has(first + place);
}

function exactSelection(frames: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const frame of [...new Set(frames)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && frame === last[1] + 1) last[1] = frame;
    else runs.push([frame, frame]);
  }
  return runs.map(([from, to]) => `between(n\\,${from}\\,${to})`).join("+") || "0";
}
