import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import path from "node:path";
import { measureVideo } from "../../../../../kernel/aen/sources/video/measureVideo.js";
import { openClip, VideoClip } from "../../../../../kernel/aen/sources/video/videoClip.js";
import { openVideo } from "../../../../../kernel/aen/sources/video/videoFile.js";
import { drawVideo, ffmpeg, temporaryFolder } from "./testVideo.js";

describe("a video as a clip of its frames", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "grey.mkv");
  /** Frame n has the grey level 20 n. */
  before(() => {
    const grey = "color=black:size=40x20:rate=10,format=gray,geq=lum='20*N',format=rgb24";
    ffmpeg("-f", "lavfi", "-i", grey, "-frames:v", "10", "-c:v", "ffv1", "-pix_fmt", "bgr0", file);
  });

  async function open(place = file, options: { frameRate?: number; longestSide?: number } = {}) {
    const video = await openVideo(place);
    return new VideoClip(video, await measureVideo(video, options), { label: 3, identity: "Cleo" }, options);
  }
  const shown = (data: Uint8Array, count: number) =>
    Array.from({ length: count }, (_, i) => Math.round(data[(i * data.length) / count] / 20));

  it("reads frames in the requested order, also one twice or none at all", async () => {
    const clip = await open();
    const { count, width, height, data } = await clip.read([7, 0, 7, 3]);
    assert.deepEqual([count, width, height, shown(data, 4)], [4, 40, 20, [7, 0, 7, 3]]);
    assert.equal((await clip.read([])).count, 0);
    await assert.rejects(clip.read([0, 10]), /grey\.mkv has frames 0 to 9; there is no frame 10/);
  });

  it("reads the same frames together and one by one when it is resampled, also in another thread", async () => {
    const clip = await open(file, { frameRate: 5, longestSide: 20 });
    assert.equal(clip.frameCount, 5);
    const single = [];
    for (const frame of [4, 1, 3]) single.push(...shown((await clip.read([frame])).data, 1));
    const { width, data } = await clip.read([4, 1, 3]);
    assert.deepEqual([width, shown(data, 3)], [20, single]);
    const { source } = clip;
    assert.match(source.module, /videoClip/);
    const there = openClip(structuredClone(source.data));
    assert.deepEqual((await there.read([4, 1, 3])).data, data);
  });

  it("has the facts of the video, and a content key without folder and date", async () => {
    const { id, label, identity, frameCount, frameRate, times, contentKey } = await open();
    assert.deepEqual([id, label, identity, frameCount, times.length], [file, 3, "Cleo", 10, 10]);
    assert.ok(Math.abs(frameRate! - 10) < 1e-6);
    assert.ok(!contentKey.includes(folder));
    assert.notEqual((await open(file, { frameRate: 5 })).contentKey, contentKey);
  });

  it("reports that the video has lost frames, or is gone, since it was opened", async () => {
    const changing = path.join(folder, "changing.avi");
    drawVideo(changing, 8, "32x24");
    const clip = await open(changing);
    drawVideo(changing, 3, "32x24");
    assert.equal((await clip.read([2])).count, 1);
    await assert.rejects(
      clip.read([2, 7]),
      /changing\.avi: the video has changed: it has fewer frames than when it was opened/,
    );
    rmSync(changing);
    await assert.rejects(clip.read([0]), /there is no such video/);
  });
});
