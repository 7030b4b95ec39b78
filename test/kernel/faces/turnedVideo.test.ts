import assert from "node:assert/strict";
import path from "node:path";
import type { Clip } from "../../../kernel/aen/clips/clip.js";
import { clips } from "../../../kernel/aen/sources/index.js";
import { faceVideo } from "../aen/sources/video/faceVideo.js";
import { ffmpeg, temporaryFolder } from "../aen/sources/video/testVideo.js";

describe("a video in which no face is upright", function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  let upright: Clip;

  before(async () => {
    await faceVideo(at("upright.mp4"), 3);
    upright = await clips.fromVideo(at("upright.mp4"), { cache: at("cache") });
  });

  for (const [name, filter] of [
    ["on its side", "transpose=clock"],
    ["upside down", "hflip,vflip"],
  ]) {
    it(`gives the faces that it shows ${name} upright`, async () => {
      const file = at(`${filter}.mp4`);
      ffmpeg("-i", at("upright.mp4"), "-vf", filter, "-crf", "12", file);
      const turned = await clips.fromVideo(file, { cache: at("cache") });
      assert.deepEqual(turned.faceSights, upright.faceSights);
      const [x, y] = await Promise.all(
        [turned, upright].map(async (clip) => (await clip.read([0, 1, 2])).data),
      );
      const off = x.reduce((sum, value, i) => sum + Math.abs(value - y[i]), 0) / x.length;
      assert.ok(off < 6, `the faces differ by ${off.toFixed(1)} grey levels in the mean`);
    });
  }
});
