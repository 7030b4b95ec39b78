import { execFileSync } from "node:child_process";
import { clips } from "../../../../../kernel/aen/sources/index.js";

/** Writes a short video of a rendered face that the detectors find, 160 x 160 pixels. */
export async function faceVideo(file: string, frames = 6): Promise<string> {
  const {
    clips: [clip],
  } = await clips.synthetic({ perEmotion: 1, frames, size: 112, seed: 3 });
  const { width, height, data } = await clip.read(Array.from({ length: frames }, (_, frame) => frame));
  const input = [
    "-f",
    "rawvideo",
    "-pix_fmt",
    "rgb24",
    "-s",
    `${width}x${height}`,
    "-r",
    "10",
    "-i",
    "pipe:0",
  ];
  const output = ["-vf", "scale=320:320,pad=480:480:80:80", "-pix_fmt", "yuv420p", "-crf", "12", file];
  execFileSync("ffmpeg", ["-v", "error", "-y", ...input, ...output], { input: data });
  return file;
}
