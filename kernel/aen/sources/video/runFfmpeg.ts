import { spawn, type ChildProcessByStdio } from "node:child_process";
import type { Readable } from "node:stream";
import { DataError } from "../../../files/dataError.js";
import { isAtLeast, type Ffmpeg } from "./ffmpeg.js";
import type { FfmpegLog } from "./ffmpegLog.js";

/** A running ffmpeg. */
export interface FfmpegRun {
  readonly stdout: Readable;
  /** Resolves when the program has ended, however it ended; rejects when it could not be started. */
  readonly ended: Promise<void>;
  stop(): void;
}

/**
 * Starts ffmpeg on the first video stream of a file. It may open local files only, so that a playlist cannot
 * access the network.
 * @param output the arguments after the input: filters, encoder, target
 * @throws the signal's reason if it is already aborted; nothing is started then
 */
export function runFfmpeg(
  ffmpeg: Ffmpeg,
  log: FfmpegLog,
  output: readonly string[],
  signal?: AbortSignal,
): FfmpegRun {
  signal?.throwIfAborted();
  // filters are set up once, so that frames keep their numbers, and the first size, where the resolution changes
  const input = [
    "-reinit_filter",
    "0",
    "-protocol_whitelist",
    "file,pipe",
    "-i",
    `file:${log.file}`,
    "-map",
    "0:V:0",
  ];
  const quiet = ["-hide_banner", "-nostdin", "-nostats", "-loglevel", "repeat+level+info"];
  const child = spawn(ffmpeg.path, [...quiet, ...input, ...output], { stdio: ["ignore", "pipe", "pipe"] });
  log.follow(child.stderr);
  const stop = () => void child.kill("SIGKILL");
  signal?.addEventListener("abort", stop, { once: true });
  const ended = exitOf(child).finally(() => signal?.removeEventListener("abort", stop));
  ended.catch(() => {}); // whoever awaits it hears of it; nobody has to
  return { stdout: child.stdout, ended, stop };
}

function exitOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new DataError(`ffmpeg does not start: ${error.message}.`)));
    child.on("close", () => resolve());
  });
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
