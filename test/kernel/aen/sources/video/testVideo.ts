import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** An empty folder that is removed when the suite is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-data-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs ffmpeg and returns the output's path. */
export function ffmpeg(...options: string[]): string {
  execFileSync("ffmpeg", ["-v", "error", "-y", ...options], { stdio: ["ignore", "ignore", "inherit"] });
  return options[options.length - 1];
}

/** Draws a short video: ffmpeg's test picture, 10 frames a second. */
export function drawVideo(file: string, frames = 20, size = "160x120", ...encoding: string[]): string {
  return ffmpeg(
    "-f",
    "lavfi",
    "-i",
    `testsrc=size=${size}:rate=10`,
    "-frames:v",
    String(frames),
    ...encoding,
    file,
  );
}
