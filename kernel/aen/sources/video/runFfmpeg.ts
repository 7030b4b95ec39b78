import { spawn, type ChildProcessByStdio } from "node:child_process";
import type { Readable } from "node:stream";
import { DataError } from "../../../files/dataError.js";
import { mostPixels } from "../../../images/picture.js";
import { containers } from "./containers.js";
import { isAtLeast, type Ffmpeg } from "./ffmpeg.js";
import type { FfmpegLog } from "./ffmpegLog.js";

/** A running ffmpeg. */
export interface FfmpegRun {
  readonly stdout: Readable;
  /**
   * Resolves when the program has ended by itself, however, or by {@link stop}; rejects with a DataError when it could
   * not be started, or something else ended it, which says nothing about the video.
   */
  readonly ended: Promise<void>;
  stop(): void;
}

/**
 * Starts ffmpeg on the first video stream of a file. It may open local files only, and in them only formats that name
 * no other files, so that a playlist with the name of a video reads neither the network nor other files. Pictures have
 * 100 million pixels at most.
 * @param output the arguments after the input: filters, encoder, target
 * @param options.decoder the arguments that choose one
 * @throws the signal's reason if it is already aborted; nothing is started then
 */
export function runFfmpeg(
  ffmpeg: Ffmpeg,
  log: FfmpegLog,
  output: readonly string[],
  { decoder = [], signal }: { readonly decoder?: readonly string[]; readonly signal?: AbortSignal } = {},
): FfmpegRun {
  signal?.throwIfAborted();
  const allowed = ["-protocol_whitelist", "file,pipe", "-format_whitelist", containers.join(",")];
  const bounded = ["-max_pixels", String(mostPixels)];
  // filters are set up once, so that frames keep their numbers, and the first size, where the resolution changes
  const steady = ["-reinit_filter", "0"];
  const checked = ["-err_detect", "crccheck"]; // compares checksums of pictures, where there are any
  const input = [
    ...steady,
    ...checked,
    ...allowed,
    ...bounded,
    ...decoder,
    "-i",
    `file:${log.file}`,
    "-map",
    "0:V:0",
  ];
  const quiet = ["-hide_banner", "-nostdin", "-nostats", "-loglevel", "repeat+level+info"];
  const child = spawn(ffmpeg.path, [...quiet, ...input, ...output], { stdio: ["ignore", "pipe", "pipe"] });
  log.follow(child.stderr);
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    child.kill("SIGKILL");
  };
  signal?.addEventListener("abort", stop, { once: true });
  const ended = exitOf(child, log.file, () => isStopped).finally(() =>
    signal?.removeEventListener("abort", stop),
  );
  ended.catch(() => {}); // whoever awaits it hears of it; nobody has to
  return { stdout: child.stdout, ended, stop };
}

function exitOf(
  child: ChildProcessByStdio<null, Readable, Readable>,
  file: string,
  isStopped: () => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new DataError(`ffmpeg does not start: ${error.message}.`)));
    child.on("close", (_, signal) => {
      if (signal === null || isStopped()) resolve();
      else reject(endedBy(signal, file));
    });
  });
}

function endedBy(signal: NodeJS.Signals, file: string): DataError {
  const why = signal === "SIGKILL" ? ", as the system does when memory runs out" : "";
  return new DataError(
    `ffmpeg was ended by ${signal}${why}; the video itself may be fine. Try it again with less running beside it; if ffmpeg ` +
      "ends again, update it or leave the video out.",
    { file },
  );
}

/**
 * The frame timing options: what the filters let through, each frame once. A constant rate comes from the filter "fps";
 * ffmpeg's own would fill the gaps that selected frames leave.
 */
export function timing(ffmpeg: Ffmpeg): string[] {
  return [isAtLeast(ffmpeg.version, 5, 1) ? "-fps_mode" : "-vsync", "passthrough"];
}

/** The filter that writes each frame's time to the log. */
export function showTimes(ffmpeg: Ffmpeg): string {
  return isAtLeast(ffmpeg.version, 4, 4) ? "showinfo=checksum=0" : "showinfo";
}
