import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { clips } from "../../../../../kernel/aen/data/index.js";
import { readAnnotationList, locate } from "../../../../../kernel/aen/data/lists/annotationList.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { temporaryFolder } from "../video/testVideo.js";

describe("annotation lists", () => {
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

  it("reads Windows paths, CR LF, a byte order mark, tabs, spaces in paths and missing labels", async () => {
    const file = write(
      "odd.txt",
      "\uFEFFdfew\\train\\00001 64 3\r\n\r\n# note\r\nmy clips/a\t20\t-1\r\nc  16  0",
    );
    const read = await readAnnotationList(file, { labels: dfewLabels });
    assert.deepEqual(read, [
      { path: "dfew/train/00001", frames: 64, label: 3, line: 1 },
      { path: "my clips/a", frames: 20, label: null, line: 4 },
      { path: "c", frames: 16, label: 0, line: 5 },
    ]);
  });

  it("finds clips below the list's folder, drops the short ones and reads frames by number", async () => {
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

  it("takes the count of the list, not of the folder", async () => {
    await frames("more", 20);
    const set = await clips.fromList(write("fewer.txt", "more 16 1\n"), { checkFrames: true });
    assert.equal(set.clips[0].frameCount, 16);
    await assert.rejects(set.clips[0].read([16]), RangeError);
  });

  it("remaps paths of another machine and counts labels from one", async () => {
    await frames("here/1", 16);
    const remap = { "D:\\DFEW": path.join(folder, "here") };
    const set = await clips.fromList(write("win.txt", "D:\\DFEW\\1 16 7\r\n"), { remap, firstLabel: 1 });
    assert.equal(set.clips[0].label, 6);
    assert.equal((await set.clips[0].read([0])).count, 1);
  });

  it("leaves absolute paths as they are", () => {
    assert.equal(locate({ path: "/data/a", line: 1 }, { file: "l", root: "/x" }), path.normalize("/data/a"));
  });

  it("reads labels and identities from a table with other column names", async () => {
    await frames("t/a", 2);
    const file = write("t.csv", 'Clip;Emotion;Subject\n"t/a";"fear";S1\n');
    const set = await clips.fromTable(file);
    assert.deepEqual([set.clips[0].label, set.clips[0].identity, set.clips[0].frameCount], [6, "S1", 2]);
  });

  it("reads a folder for each emotion", async () => {
    await frames("classes/Happy/a", 2);
    await frames("classes/wut/b", 2);
    await frames("classes/other/c", 2);
    const set = await clips.fromClassFolders(path.join(folder, "classes"), {
      labelMap: { wut: "Angry", other: null },
    });
    assert.deepEqual(
      set.clips.map(({ label }) => label),
      [0, 3],
    );
  });
});
