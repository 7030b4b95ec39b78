import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { stillsFromList, type StillsListOptions } from "../../../../../kernel/aen/sources/stills/fromList.js";
import { labelMaps } from "../../../../../kernel/aen/sources/stills/labelMaps.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { notesDuring } from "../../notes.js";
import { greyPictures } from "./pictures.js";

describe("the stills of a list", () => {
  const folder = temporaryFolder();
  const list = path.join(folder, "list.txt");
  function read(content: string, options?: StillsListOptions) {
    writeFileSync(list, content);
    return stillsFromList(list, options);
  }
  before(() => greyPictures(folder, { "a.png": 1, "b.png": 2, "aligned/train_1_aligned.png": 3 }));

  it("have lines `x.jpg 1 3` of the published format, and say in which order their numbers are read", async () => {
    let labels: (number | null)[] = [];
    const notes = await notesDuring(async () => {
      labels = (await read("a.png 1 3\nb.png 1 0\n")).clips.map(({ label }) => label);
    });
    assert.deepEqual(labels, [3, 0]);
    assert.match(notes[0], /2 of its labels are numbers .* read as 0 Happy, 1 Sad, .* 6 Fear\. .*labelMap/);
  });

  it("may be RAF-DB's, by its numbers and the names of its aligned faces", async () => {
    const options = {
      labelMap: labelMaps["RAF-DB"],
      root: path.join(folder, "aligned"),
      suffix: "_aligned",
      identity: (name: string) => `of ${name}`,
    };
    const notes = await notesDuring(async () => {
      const [still] = (await read("train_1.png 6\n", options)).clips;
      // 6 is anger there (Li, Deng and Du 2017), the fourth of DFEW's emotions
      assert.deepEqual([still.id, still.label, still.identity], ["train_1.png", 3, "of train_1.png"]);
    });
    assert.doesNotMatch(notes.join(), /are numbers/);
  });

  it("are refused with the line of a picture that is missing or named twice, of clips and of unknown labels", async () => {
    await assert.rejects(read("a.png 0\ngone.png 1\n"), /line 2: "gone\.png" does not exist \(looked for /);
    await assert.rejects(read("a.png 0\na.png 1\n"), /line 2: "a\.png" is already in line 1/);
    await assert.rejects(read("a.png 16 0\n"), /line 1: "a\.png" has 16 frames, so it is no still/);
    await assert.rejects(read("a.png 0\nb.png 7\n"), /line 2: "7" is not one of the labels/);
  });
});
