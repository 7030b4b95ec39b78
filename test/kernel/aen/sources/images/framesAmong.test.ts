import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { clipFrom } from "../../../../../kernel/aen/sources/clipFrom.js";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { framesAmong } from "../../../../../kernel/aen/sources/images/framesAmong.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { frameFolder } from "../frameFolder.js";

describe("the pictures of a folder of frames", () => {
  const root = temporaryFolder();
  const at = (...names: string[]) => path.join(root, ...names);

  it("are those in it, in the order of their numbers, beside other files and folders", () => {
    mkdirSync(at("plain/masks"), { recursive: true });
    writeFileSync(at("plain/masks/1.png"), "");
    const names = ["10.jpg", "2.jpg", "notes.txt", "masks", "._1.mp4"];
    assert.deepEqual(framesAmong(names, at("plain")), ["2.jpg", "10.jpg"]);
    assert.deepEqual(framesAmong(["2.gif", "1.gif"], at("plain")), ["1.gif", "2.gif"]);
    assert.deepEqual(framesAmong(["1.mp4"], at("plain")), []);
  });

  it("are refused beside videos, and above a folder of videos", () => {
    mkdirSync(at("above/takes/one"), { recursive: true });
    writeFileSync(at("above/takes/one/1.mp4"), "");
    const refused =
      /contains pictures \(thumb\.jpg\) and videos \((takes\/one\/)?1\.mp4, \.\.\.\).* Move the/;
    assert.throws(() => framesAmong(["thumb.jpg", "1.mp4", "2.mp4"], root), { message: refused });
    assert.throws(() => framesAmong(["thumb.jpg", "takes"], at("above")), { message: refused });
  });

  it("are never taken for the clip of a folder with videos, by any source", async () => {
    await frameFolder(at("set/Sad/S2"), 1);
    await frameFolder(at("set/Happy/S1"), 1);
    for (const name of ["1.mp4", "2.mp4"]) writeFileSync(at("set/Happy/S1", name), "");
    writeFileSync(at("set/t.csv"), "path,label\nHappy/S1,Happy\nSad/S2,Sad\n");
    writeFileSync(at("set/l.txt"), "Happy/S1 1 0\nSad/S2 1 1\n");
    const options = { faces: false, atLeast: 1 };
    const refused = { name: "DataError", message: /S1: it contains pictures \(1\.png\) and videos \(1\.mp4/ };
    const list = () => clips.fromList(at("set/l.txt"), { atLeast: 1, firstLabel: 0 });
    for (const open of [
      () => clips.fromFolder(at("set/Happy/S1")),
      () => clipFrom(at("set/Happy/S1")),
      () => clips.fromClassFolders(at("set"), options),
      () => clips.fromClassFolders(at("set"), { ...options, pattern: /(?<label>Happy|Sad)/ }),
      () => clips.fromTable(at("set/t.csv"), options),
      () => clips.fromList(at("set/l.txt"), { atLeast: 1, firstLabel: 0, checkFrames: true }),
      async () => (await list()).clips[0].read([0]),
    ])
      await assert.rejects(open, refused);
    const { leftOut, length } = await clips.fromClassFolders(at("set"), { ...options, onProblem: "skip" });
    assert.deepEqual([length, leftOut.map(({ clip }) => clip)], [1, ["Happy/S1"]]);
  });
});
