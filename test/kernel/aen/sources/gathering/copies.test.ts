import assert from "node:assert/strict";
import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { notesDuring } from "../../notes.js";
import { frameFolder } from "../frameFolder.js";
import { drawVideo } from "../video/testVideo.js";

describe("copies among clips", () => {
  const root = temporaryFolder();
  const said = async (work: () => unknown) =>
    (await notesDuring(work)).filter((note) => /cop(y|ies)/.test(note));

  it("are told where a folder of frames was copied or linked to, with what they are labelled as", async () => {
    const folder = path.join(root, "frames");
    await frameFolder(path.join(folder, "Happy/1"), 3);
    await frameFolder(path.join(folder, "Happy/2"), 4);
    assert.deepEqual(await said(() => clips.fromClassFolders(folder)), []);
    mkdirSync(path.join(folder, "Sad"));
    cpSync(path.join(folder, "Happy/1"), path.join(folder, "Sad/9"), { recursive: true });
    symlinkSync(path.join(folder, "Happy/2"), path.join(folder, "Happy/3"));
    mkdirSync(path.join(folder, "Sad/8")); // pictures of the same names and sizes
    for (let frame = 1; frame <= 4; frame++) {
      const bitmap = readFileSync(path.join(folder, `Happy/2/${frame}.png`));
      writeFileSync(path.join(folder, `Sad/8/${frame}.png`), bitmap.fill(frame, 40, 44));
    }
    const [note] = await said(() => clips.fromClassFolders(folder));
    assert.match(
      note,
      /2 of 5 clips are copies of others, or links to them .*, 1 of them with another label\. A split/,
    );
  });

  it("are told of videos by size and content, whatever their names", async () => {
    const folder = path.join(root, "videos");
    mkdirSync(folder);
    const one = drawVideo(path.join(folder, "a.mkv"), 4, "32x24", "-c:v", "ffv1");
    copyFileSync(one, path.join(folder, "b.mkv"));
    drawVideo(path.join(folder, "c.mkv"), 5, "32x24", "-c:v", "ffv1");
    const cache = path.join(root, "cache");
    const open = () => clips.fromVideos(path.join(folder, "*.mkv"), { faces: false, cache });
    const [note] = await said(open);
    assert.match(
      note,
      /1 of 3 clips is a copy of another, or a link to it \(".*b\.mkv" of ".*a\.mkv"\)\. A split/,
    );
  });

  it("are told in lists, too, by place and by content, and folders that are not there are left to their reading", async () => {
    const folder = path.join(root, "listed");
    await frameFolder(path.join(folder, "Happy/1"), 4);
    cpSync(path.join(folder, "Happy/1"), path.join(folder, "Sad/9"), { recursive: true });
    symlinkSync("1", path.join(folder, "Happy/link"));
    const list = path.join(folder, "list.txt");
    const open = () => clips.fromList(list, { atLeast: 1, firstLabel: 0 });
    writeFileSync(list, "Happy/1 4 0\nSad/9 4 1\nSad/gone 4 1\n");
    assert.match(
      (await said(open))[0],
      /1 of 3 clips is a copy .*"Sad\/9" of "Happy\/1"\), 1 of them with an/,
    );
    writeFileSync(list, "Happy/1 4 0\nHappy/link 3 1\n");
    assert.match((await said(open))[0], /1 of 2 clips is a copy .*"Happy\/link" of "Happy\/1"\), 1 of them/);
    writeFileSync(list, `${path.join(folder, "Happy/1")} 4 0\nHappy/1 4 1\n`);
    await assert.rejects(open, /list\.txt, line 2: "Happy\/1" is already in line 1/);
  });

  it("are told of videos that are imported, and again when the import is opened", async () => {
    const folder = path.join(root, "to import");
    mkdirSync(folder);
    const one = drawVideo(path.join(folder, "a.mkv"), 4, "32x24", "-c:v", "ffv1");
    copyFileSync(one, path.join(folder, "b.mkv"));
    const to = path.join(root, "imported");
    const told = await said(() => clips.importVideos(path.join(folder, "*.mkv"), { to, faces: false }));
    assert.match(told[0], /1 of 2 clips is a copy of another/);
    assert.match((await said(() => clips.from(path.join(to, "dataset.json"))))[0], /1 of 2 clips is a copy/);
  });
});
