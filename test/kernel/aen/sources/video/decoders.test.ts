import assert from "node:assert/strict";
import path from "node:path";
import { decodeVideo } from "../../../../../kernel/aen/sources/video/decodeVideo.js";
import { decoderOptions } from "../../../../../kernel/aen/sources/video/decoders.js";
import { findFfmpeg } from "../../../../../kernel/aen/sources/video/ffmpeg.js";
import { measureVideo } from "../../../../../kernel/aen/sources/video/measureVideo.js";
import { openVideo } from "../../../../../kernel/aen/sources/video/videoFile.js";
import { readFileSync, writeFileSync } from "node:fs";
import { Random } from "../../../../../kernel/random/random.js";
import { drawVideo, temporaryFolder } from "./testVideo.js";

describe("the decoder of a video", () => {
  const folder = temporaryFolder();
  const vp9 = ["-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "200k"];

  it("is one that notices damage, for codecs whose usual one does not, where there is one", async () => {
    const program = await findFfmpeg();
    assert.deepEqual(await decoderOptions(program, "vp9"), ["-c:v", "libvpx-vp9"]);
    assert.deepEqual(await decoderOptions(program, "h264"), []);
    assert.deepEqual(await decoderOptions(program, null), []);
    assert.deepEqual(await decoderOptions({ ...program, path: "/nowhere" }, "vp9"), []);
  });

  it("refuses a VP9 video with a dozen short bursts of wrong bytes, and reads every frame of a whole one", async () => {
    const whole = drawVideo(path.join(folder, "whole.webm"), 30, "160x120", ...vp9);
    assert.deepEqual((await measureVideo(await openVideo(whole))).remarks, []);
    let frames = 0;
    for await (const _picture of (await decodeVideo(await openVideo(whole))).pictures) frames++;
    assert.equal(frames, 30);
    const bytes = readFileSync(whole);
    const random = new Random("bursts");
    for (let burst = 0; burst < 12; burst++) {
      const at = Math.floor(bytes.length * (0.5 + 0.45 * random.unit()));
      for (let n = 0; n < 8; n++) bytes[at + n] = random.integer(256);
    }
    const damaged = path.join(folder, "damaged.webm");
    writeFileSync(damaged, bytes);
    await assert.rejects(
      measureVideo(await openVideo(damaged)),
      /damaged: ffmpeg reports errors in|is cut off|can be decoded \(ffmpeg: Failed/,
    );
  });
});
