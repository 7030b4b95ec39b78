import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { notesDuring } from "../../notes.js";
import { temporaryFolder } from "../video/testVideo.js";

describe("the reader of folders of frames", () => {
  const folder = temporaryFolder();
  const at = (...names: string[]) => path.join(folder, ...names);

  it("reads frames in the order of their numbers and skips other files", async () => {
    mkdirSync(at("ten"));
    for (const number of [1, 2, 10]) await grey(at("ten", `${number}.png`), number);
    writeFileSync(at("ten", "notes.txt"), "");
    writeFileSync(at("ten", ".hidden.png"), "");
    const clip = await clips.fromFolder(at("ten"), { label: "fear" });
    assert.deepEqual([clip.frameCount, clip.label], [3, 6]);
    const { data } = await clip.read([0, 1, 2]);
    assert.deepEqual([data[0], data[12], data[24]], [1, 2, 10]);
  });

  it("says that there is no image, and what there is", async () => {
    mkdirSync(at("none"));
    await assert.rejects(clips.fromFolder(at("none")), /it contains no images\. It is empty/);
    writeFileSync(at("none", "a.mp4"), "");
    await assert.rejects(clips.fromFolder(at("none")), /contains videos \(a\.mp4.*aen\.clips\.fromVideos/);
  });

  it("names the frame that is no image, and says at once where frames differ in size", async () => {
    mkdirSync(at("odd"));
    await grey(at("odd", "1.png"), 1);
    writeFileSync(at("odd", "2.png"), "text");
    const clip = await clips.fromFolder(at("odd"));
    await assert.rejects(clip.read([1]), /2\.png: this image cannot be read/);
    await grey(at("odd", "2.png"), 1, 3);
    const notes = await notesDuring(async () => {
      const { width, height } = await (await clips.fromFolder(at("odd"))).read([0, 1]);
      assert.deepEqual([width, height], [2, 2]);
    });
    assert.match(notes.join(), /frames differ in size in 1 of 1 clips: ".*odd" \(2 x 2 and 3 x 3 pixels\)/);
  });

  function grey(file: string, value: number, size = 2) {
    const background = { r: value, g: value, b: value };
    return sharp({ create: { width: size, height: size, channels: 3, background } }).toFile(file);
  }
});
