import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { faceClip } from "../../../../../kernel/aen/sources/video/faceClip.js";
import { clipFromVideo } from "../../../../../kernel/aen/sources/video/fromVideos.js";
import { openVideo } from "../../../../../kernel/aen/sources/video/videoFile.js";
import { faceVideo } from "./faceVideo.js";
import { temporaryFolder } from "./testVideo.js";

describe("the clip of the face in a video", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();

  it("is what the reader of videos gives, in the same cache, with the face's box in every frame", async () => {
    const cache = path.join(folder, "cache");
    const file = await faceVideo(path.join(folder, "face.mp4"), 3);
    const run = { fileNumber: 1, fileCount: 1 };
    const clip = await faceClip(await openVideo(file), { id: "a", label: null }, { cache }, run);
    const before = readdirSync(cache);
    const read = await clipFromVideo(file, { cache });
    assert.deepEqual(readdirSync(cache), before);
    assert.deepEqual((await read.read([1])).data, (await clip.read([1])).data);
    assert.deepEqual(clip.faceBoxes?.map((box) => box!.confidence > 0.3), [true, true, true]); // prettier-ignore
    assert.equal(clip.times?.length, 3);
  });
});
