import { spawn, type ChildProcessByStdio } from "node:child_process";
import type { Readable } from "node:stream";
import { DataError } from "../dataError.js";
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
 * reach out to a network.
 * @param output what comes behind the input: filters, encoder, target
 * @throws the signal's reason when it was aborted before; nothing is started then
 */
export function runFfmpeg(
  ffmpeg: Ffmpeg,
  log: FfmpegLog,
  output: readonly string[],
  signal?: AbortSignal,
): FfmpegRun {
  signal?.throwIfAborted();
  const input = ["-protocol_whitelist", "file,pipe", "-i", `file:${log.file}`, "-map", "0:V:0"];
  const quiet = ["-hide_banner", "-nostdin", "-nostats", "-loglevel", "level+info"];
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

/** The options that say how frames are timed: every frame once, or at a constant rate. */
export function timing(ffmpeg: Ffmpeg, mode: "passthrough" | "cfr"): string[] {
  return isAtLeast(ffmpeg.version, 5, 1) ? ["-fps_mode", mode] : ["-vsync", mode];
}

/** The filter that writes each frame's time to the log. */
export function showTimes(ffmpeg: Ffmpeg): string {
  return isAtLeast(ffmpeg.version, 4, 4) ? "showinfo=checksum=0" : "showinfo";
}
