import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { temporaryFolder } from "../video/testVideo.js";

describe("the clips of an annotation list", () => {
  const folder = temporaryFolder();
  function write(name: string, content: string): string {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  }
  async function frames(name: string, count: number): Promise<void> {
    mkdirSync(path.join(folder, name), { recursive: true });
    for (let frame = 1; frame <= count; frame++) {
      const background = { r: frame, g: 0, b: 0 };
      const file = path.join(folder, name, `${frame}.png`);
      await sharp({ create: { width: 2, height: 2, channels: 3, background } }).toFile(file);
    }
  }

  it("are found below the list's folder, without the short ones, and read frames by number", async () => {
    await frames("x/long", 17);
    await frames("x/short", 3);
    const set = await clips.fromList(write("list.txt", "x/long 17 6\nx/short 3 0\n"));
    assert.deepEqual(
      set.clips.map(({ id, label, frameCount }) => [id, label, frameCount]),
      [["x/long", 6, 17]],
    );
    const { data } = await set.clips[0].read([16, 1, 9]);
    assert.deepEqual([data[0], data[12], data[24]], [17, 2, 10]);
  });

  it("have the count of the list, not of the folder", async () => {
    await frames("more", 20);
    const set = await clips.fromList(write("fewer.txt", "more 16 1\n"), { checkFrames: true, firstLabel: 0 });
    assert.equal(set.clips[0].frameCount, 16);
    await assert.rejects(set.clips[0].read([16]), RangeError);
  });

  it("may lie where another machine had them, with labels counted from one", async () => {
    await frames("here/1", 16);
    const remap = { "D:\\DFEW": path.join(folder, "here") };
    const set = await clips.fromList(write("win.txt", "D:\\DFEW\\1 16 7\r\n"), { remap, firstLabel: 1 });
    assert.equal(set.clips[0].label, 6);
    assert.equal((await set.clips[0].read([0])).count, 1);
  });
});
