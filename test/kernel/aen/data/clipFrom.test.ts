import assert from "node:assert/strict";
import path from "node:path";
import sharp from "sharp";
import { clipFrom } from "../../../../kernel/aen/data/clipFrom.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("a recording as a clip", () => {
  const folder = temporaryFolder();

  it("may be a folder of frames", async () => {
    for (const frame of [1, 2]) {
      const image = sharp({ create: { width: 8, height: 8, channels: 3, background: "#808080" } });
      await image.png().toFile(path.join(folder, `${frame}.png`));
    }
    assert.equal((await clipFrom(folder)).frameCount, 2);
  });

  it("may not be a folder without images, or nothing at all", async () => {
    await assert.rejects(clipFrom(path.resolve("test/kernel/aen/data")), /no image is in it/);
    await assert.rejects(clipFrom(path.join(folder, "none.mp4")), /none\.mp4: there is no such video/);
  });
});
