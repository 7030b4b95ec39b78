import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { decodeVideo } from "../../../../../kernel/aen/sources/video/decodeVideo.js";
import { measureVideo } from "../../../../../kernel/aen/sources/video/measureVideo.js";
import { openVideo } from "../../../../../kernel/aen/sources/video/videoFile.js";
import { drawVideo, temporaryFolder } from "./testVideo.js";

describe("the measurement of a video", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "clip.mp4");
  before(() => void drawVideo(file, 8, "32x24"));

  it("counts its frames and gives their times, rate and codec", async () => {
    const { frameCount, frameRate, times, codec } = await measureVideo(await openVideo(file));
    assert.deepEqual([frameCount, codec], [8, "h264"]);
    assert.ok(Math.abs(frameRate! - 10) < 1e-6);
    assert.ok(times.every((time, frame) => Math.abs(time - frame / 10) < 1e-6));
  });

  it("counts as many frames as are decoded, at any rate", async () => {
    const video = await openVideo(file);
    for (const frameRate of [undefined, 3, 25]) {
      let decoded = 0;
      for await (const picture of (await decodeVideo(video, { frameRate })).pictures)
        decoded += picture.width / 32;
      const { frameCount, times } = await measureVideo(video, { frameRate });
      assert.deepEqual([frameCount, times.length], [decoded, decoded], `at ${frameRate}`);
    }
  });

  it("is refused of a file that is no video, and stopped by its signal", async () => {
    const text = path.join(folder, "text.mp4");
    writeFileSync(text, "Dear diary");
    await assert.rejects(measureVideo(await openVideo(text)), /text\.mp4: this is not a video/);
    const signal = AbortSignal.abort(new Error("stopped"));
    await assert.rejects(measureVideo(await openVideo(file), { signal }), /stopped/);
  });
});
