import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stillsFromFolder } from "../../../../../kernel/aen/sources/stills/fromFolder.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { damagedJpeg } from "../../../images/damagedJpeg.js";
import { notesDuring } from "../../notes.js";
import { greyPictures } from "./pictures.js";

describe("stills in one folder per emotion", () => {
  const root = temporaryFolder();
  before(async () => {
    await greyPictures(root, {
      "Happy/p1_1.png": 200,
      "Happy/p1_2.png": 210,
      "anger/p2_1.png": 30,
      "loose.png": 0,
    });
    mkdirSync(path.join(root, "Sad/person 3"), { recursive: true });
    writeFileSync(path.join(root, "Happy/notes.txt"), "no picture");
  });
  const options = { labelMap: { anger: "Angry" }, identity: (name: string) => /p\d/.exec(name)![0] };

  it("are clips of one frame with the label of their folder and the person that their path names", async () => {
    const set = await stillsFromFolder(root, options);
    assert.deepEqual(
      set.clips.map(({ id, label, identity, frameCount }) => [id, label, identity, frameCount]),
      [
        ["Happy/p1_1.png", 0, "p1", 1],
        ["Happy/p1_2.png", 0, "p1", 1],
        ["anger/p2_1.png", 3, "p2", 1],
      ],
    );
    const { count, height, data } = await set.clips[2].read([0]);
    assert.deepEqual([count, height, data[0]], [1, 8, 30]);
    assert.equal(set.origin?.recipe.made, "stills.fromFolder");
  });

  it("leave nothing out in silence: loose pictures, folders within, empty classes, emotions without stills", async () => {
    const notes = (await notesDuring(() => stillsFromFolder(root, options))).join("\n");
    assert.match(notes, /1 entries lie beside the emotion folders \(loose\.png\)/);
    assert.match(notes, /Sad: 1 entries are folders, which are not looked into \(person 3\)/);
    assert.match(notes, /Sad contains no pictures/);
    assert.match(notes, /no still shows Sad or Neutral or Surprise or Disgust or Fear/);
  });

  it("may lack one behind a broken link, which is left out by name", async function () {
    if (process.platform === "win32") return this.skip();
    const linked = path.join(root, "linked");
    await greyPictures(linked, { "Happy/1.png": 1 });
    const link = (name: string) => symlinkSync(path.join(linked, "unplugged"), path.join(linked, name));
    ["Happy/2.png", "Happy/notes", "loose.png"].forEach(link);
    await assert.rejects(stillsFromFolder(linked), /2\.png: it is a link to .*unplugged, which is not there/);
    const set = await stillsFromFolder(linked, { onProblem: "skip" });
    assert.deepEqual([set.length, set.leftOut.map(({ clip }) => clip)], [1, ["Happy/2.png"]]);
    link("Sad");
    await assert.rejects(stillsFromFolder(linked, { onProblem: "skip" }), /Sad: this link leads nowhere/);
  });

  it("are told damaged where bytes are wrong", async () => {
    const damaged = path.join(root, "damaged");
    await greyPictures(damaged, { "Happy/1.jpg": 90 });
    writeFileSync(path.join(damaged, "Happy/2.jpg"), await damagedJpeg());
    const notes = (await notesDuring(() => stillsFromFolder(damaged))).join("\n");
    assert.match(notes, /1 of 2 pictures are damaged, .*: Happy\/2\.jpg \(Corrupt JPEG data/);
  });

  it("are refused where a folder is no emotion, or none has pictures", async () => {
    await assert.rejects(stillsFromFolder(root), /anger: "anger" is not one of the labels 0 Happy/);
    const empty = path.join(root, "Sad");
    await assert.rejects(
      stillsFromFolder(empty, { labelMap: { "person 3": "Sad" } }),
      /it contains no stills/,
    );
  });
});
