import assert from "node:assert/strict";
import path from "node:path";
import sharp from "sharp";
import { clipFrom } from "../../../../kernel/aen/sources/clipFrom.js";
import { LabelSet } from "../../../../kernel/aen/labels.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { drawVideo } from "./video/testVideo.js";

describe("a recording as a clip", () => {
  const folder = temporaryFolder();
  const videos = temporaryFolder(); // a folder with pictures and videos could be either

  it("may be a folder of frames", async () => {
    for (const frame of [1, 2]) {
      const image = sharp({ create: { width: 8, height: 8, channels: 3, background: "#808080" } });
      await image.png().toFile(path.join(folder, `${frame}.png`));
    }
    assert.equal((await clipFrom(folder)).frameCount, 2);
  });

  it("has a label of the label set that was given, as a folder and as a video", async () => {
    const labelSet = new LabelSet(["Calm", "Tense"], { all: ["Calm", "Tense"] });
    const video = drawVideo(path.join(videos, "tense.mp4"), 3);
    for (const place of [folder, video]) {
      const clip = await clipFrom(place, { label: "Tense", labelSet, faces: false });
      assert.equal(clip.label, 1, place);
    }
  });

  it("may not be a folder without images, or nothing at all", async () => {
    await assert.rejects(clipFrom(path.resolve("test/kernel/aen/sources/datasets")), /it contains no images/);
    await assert.rejects(clipFrom(path.join(folder, "none.mp4")), /none\.mp4: there is no such video/);
  });
});
