import assert from "node:assert/strict";
import path from "node:path";
import type { Clip } from "../../../../../kernel/aen/clips/clip.js";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { ffmpeg, temporaryFolder } from "./testVideo.js";

describe("frames that ffmpeg itself writes as JPEG", () => {
  const folder = temporaryFolder();
  const at = (...names: string[]) => path.join(folder, ...names);
  const pixels = async (clip: Clip) => (await clip.read([0, 7])).data;

  for (const matrix of ["bt601", "bt709"]) {
    it(`have the colours of the frames as PNG (${matrix})`, async () => {
      const video = at(`${matrix}.mp4`);
      const tag = matrix === "bt601" ? "smpte170m" : "bt709";
      const source = "mandelbrot=size=160x120:rate=10:start_scale=0.5";
      const convert = ["-vf", `scale=out_color_matrix=${matrix}:out_range=limited,format=yuv420p`];
      ffmpeg(
        "-f",
        "lavfi",
        "-i",
        source,
        ...convert,
        "-colorspace",
        tag,
        "-crf",
        "12",
        "-frames:v",
        "8",
        video,
      );
      const [jpeg, png] = await Promise.all(
        (["jpeg", "png"] as const).map(async (format) => {
          const { clips: set } = await clips.importVideos(video, {
            faces: false,
            format,
            to: at(matrix, format),
          });
          return pixels(set.clips[0]);
        }),
      );
      assert.equal(jpeg.length, png.length);
      const means = [0, 1, 2].map((channel) => {
        const of = (data: Uint8Array) => data.reduce((sum, v, i) => sum + (i % 3 === channel ? v : 0), 0);
        return (of(jpeg) - of(png)) / (png.length / 3);
      });
      const noise = png.reduce((sum, value, i) => sum + Math.abs(value - jpeg[i]), 0) / png.length;
      assert.ok(
        means.every((mean) => Math.abs(mean) < 1),
        `the mean colour is off by ${means.join(", ")}`,
      );
      assert.ok(noise < 3, `mean difference ${noise}`);
    });
  }

  it("go into folders whose names look like patterns", async () => {
    const video = at("a.mp4");
    ffmpeg("-f", "lavfi", "-i", "testsrc=size=32x24:rate=5", "-frames:v", "3", video);
    const { clips: set } = await clips.importVideos(video, { faces: false, to: at("100%d [x]") });
    assert.equal(set.clips[0].frameCount, 3);
    assert.equal((await set.clips[0].read([2])).width, 32);
  });
});
