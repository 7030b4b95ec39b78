import assert from "node:assert/strict";
import path from "node:path";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { ffmpeg, temporaryFolder } from "./testVideo.js";

const raw = { faces: false } as const;

/** A smooth moving picture: codecs change it by a few grey levels only. */
const picture = ["-f", "lavfi", "-i", "gradients=size=160x120:rate=10:duration=2:speed=0.05:seed=3"];

describe("a video gives the same clip however it is encoded", () => {
  const folder = temporaryFolder();
  let original = "";
  let frames: Uint8Array;

  before(async () => {
    original = ffmpeg(...picture, "-c:v", "ffv1", path.join(folder, "original.mkv"));
    frames = (await (await clips.fromVideo(original, raw)).read([0, 7, 19])).data;
  });

  const encodings: [string, string[]][] = [
    ["h264.mp4", ["-c:v", "libx264", "-pix_fmt", "yuv420p"]],
    ["mjpeg.avi", ["-c:v", "mjpeg", "-q:v", "2", "-pix_fmt", "yuvj420p"]],
    ["mpeg4.avi", ["-c:v", "mpeg4", "-q:v", "2"]],
    ["vp8.webm", ["-c:v", "libvpx", "-b:v", "2M", "-pix_fmt", "yuv420p"]],
    ["vp9.webm", ["-c:v", "libvpx-vp9", "-b:v", "2M", "-cpu-used", "8"]],
    ["h264.mov", ["-c:v", "libx264", "-pix_fmt", "yuv420p"]],
  ];
  for (const [name, encoding] of encodings) {
    it(`as in ${name}`, async function () {
      const file = path.join(folder, name);
      try {
        ffmpeg("-i", original, ...encoding, file);
      } catch {
        console.log(`      (skipped: this ffmpeg cannot write ${name})`);
        this.skip();
      }
      const clip = await clips.fromVideo(file, raw);
      assert.equal(clip.frameCount, 20);
      assert.ok(difference((await clip.read([0, 7, 19])).data, frames) < 6);
    });
  }

  it("also rotated by its metadata", async () => {
    const flat = path.join(folder, "turned-pixels.mp4");
    ffmpeg(
      "-i",
      original,
      "-vf",
      "transpose=clock",
      "-c:v",
      "libx264",
      "-qp",
      "10",
      "-pix_fmt",
      "yuv420p",
      flat,
    );
    const file = ffmpeg(
      "-i",
      flat,
      "-c",
      "copy",
      "-metadata:s:v:0",
      "rotate=90",
      path.join(folder, "rotated.mp4"),
    );
    const read = await (await clips.fromVideo(file, raw)).read([0, 7, 19]);
    assert.deepEqual([read.width, read.height], [160, 120]);
    assert.ok(difference(read.data, frames) < 6);
  });

  it("also with frames at a variable rate: every frame once, at its time", async () => {
    const file = path.join(folder, "variable.mkv");
    ffmpeg("-i", original, "-vf", "setpts='(N+floor(N/3))/10/TB'", "-vsync", "vfr", "-c:v", "ffv1", file);
    const clip = (await clips.fromVideo(file, raw)) as Awaited<ReturnType<typeof clips.fromVideo>> & {
      times: readonly number[];
    };
    assert.equal(clip.frameCount, 20);
    assert.ok(difference((await clip.read([0, 7, 19])).data, frames) < 1);
    assert.ok(Math.abs(clip.times[3] - clip.times[2] - 0.2) < 0.01 && Math.abs(clip.times[1] - 0.1) < 0.01);
  });

  it("also with odd sizes and with pixels that are not square", async () => {
    const odd = ffmpeg(
      "-i",
      original,
      "-vf",
      "scale=101:77,setsar=1",
      "-c:v",
      "ffv1",
      path.join(folder, "odd.mkv"),
    );
    const read = await (await clips.fromVideo(odd, raw)).read([3]);
    assert.deepEqual([read.width, read.height], [101, 77]);
    const wide = ffmpeg("-i", original, "-vf", "setsar=2", "-c:v", "libx264", path.join(folder, "wide.mp4"));
    const stretched = await (await clips.fromVideo(wide, raw)).read([3]);
    assert.deepEqual([stretched.width, stretched.height], [320, 120]);
  });

  it("also resampled to another rate when asked to", async () => {
    const clip = await clips.fromVideo(original, { ...raw, frameRate: 5 });
    assert.equal(clip.frameCount, 10);
    assert.ok(difference((await clip.read([0])).data, frames.subarray(0, 160 * 120 * 3)) < 1);
  });
});

/** Mean difference in grey levels. */
function difference(a: Uint8Array, b: Uint8Array): number {
  assert.equal(a.length, b.length);
  return a.reduce((sum, value, at) => sum + Math.abs(value - b[at]), 0) / a.length;
}
