import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { DatasetSource } from "../../../../../kernel/aen/clips/datasetDescription.js";
import { LabelSet, dfewLabels } from "../../../../../kernel/aen/labels.js";
import { clipsOfSource } from "../../../../../kernel/aen/sources/datasets/clipsOfSource.js";
import {
  recipeOf,
  writeRecord,
  type ClipRecord,
} from "../../../../../kernel/aen/sources/video/clipRecord.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { frameFolder } from "../frameFolder.js";

describe("the clips of a described source", () => {
  const folder = temporaryFolder();
  const at = (...names: string[]) => path.join(folder, ...names);
  const write = (name: string, content: string) => writeFileSync(at(name), content);
  const read = async (source: DatasetSource, labels = dfewLabels) => {
    const set = await clipsOfSource(source, folder, labels, {});
    return set.clips.map(({ label, identity, frameCount }) => [label, identity, frameCount]);
  };

  before(async () => {
    for (const [name, frames] of [
      ["f/Happy/a", 2],
      ["f/Sad/b", 3],
      ["data/00007", 1],
    ] as const)
      await frameFolder(at(name), frames);
    write("list.txt", "Happy/a 2 1\nSad/b 3 2\n");
    write("table.csv", "clip,mood,who\nHappy/a,0,Ann\nSad/b,Sad,\n");
    mkdirSync(at("label"));
    write("label/single_testset_3.csv", "video_name,label\n7,7\n");
  });

  it("are those of a list, below its root, with its first label and its shortest clip", async () => {
    const list = { format: "list", path: "list.txt", root: "f", firstLabel: 1 } as const;
    assert.deepEqual(await read({ ...list, atLeast: 3 }), [[1, null, 3]]);
    assert.deepEqual(await read({ ...list, atLeast: 0 }), [
      [0, null, 2],
      [1, null, 3],
    ]);
  });

  it("are those of a table, by its columns", async () => {
    const columns = { path: "clip", label: "mood", identity: "who" };
    assert.deepEqual(await read({ format: "table", path: "table.csv", root: "f", columns }), [
      [0, "Ann", 2],
      [1, null, 3],
    ]);
  });

  it("are those of class folders, by their label map", async () => {
    const labelMap = { Happy: "Fear", Sad: null };
    assert.deepEqual(await read({ format: "class folders", path: "f", labelMap }), [[6, null, 2]]);
  });

  it("are those of a published data set's split and fold", async () => {
    const source = { format: "published", dataset: "DFEW", path: ".", atLeast: 1 } as const;
    assert.deepEqual(await read({ ...source, split: "test", fold: 3 }), [[6, null, 1]]);
    await assert.rejects(read({ ...source, split: "test", fold: 2 }), /label file of DFEW does not exist/);
  });

  it("have labels of the given label set", async () => {
    const labels = new LabelSet(["Sad", "Happy"], { all: ["Sad", "Happy"] });
    const label = async (source: DatasetSource) => (await read(source, labels)).map(([one]) => one);
    assert.deepEqual(await label({ format: "class folders", path: "f" }), [1, 0]);
    await assert.rejects(
      label({ format: "list", path: "list.txt", root: "f", atLeast: 1 }),
      /"2" is not one of the labels 0 Sad, 1 Happy/,
    );
  });

  it("are those of an import, short ones too, with their records and people", async () => {
    const record: ClipRecord = {
      kind: "aen clip",
      version: 1,
      source: { name: "v.mp4", bytes: 9, changed: 1 },
      recipe: recipeOf({}, "jpeg"),
      ...{ frameCount: 2, frameRate: 25, times: [0, 0.04], sights: [["seen", 2]] },
    };
    mkdirSync(at("import"));
    writeRecord(at("import", "v.json"), record);
    write("import/list.txt", "v 2 4\n");
    const source = { format: "import", path: "import", people: { v: "Cleo" } } as const;
    assert.deepEqual(await read(source), [[4, "Cleo", 2]]);
    const [clip] = (await clipsOfSource(source, folder, dfewLabels, {})).clips;
    assert.deepEqual([clip.id, clip.frameRate, clip.faceSights], ["v", 25, ["seen", "seen"]]);
    write("import/list.txt", "v 2 4\nw 2 0\n");
    await assert.rejects(
      read(source),
      /list\.txt, line 2: the record w\.json of this clip is missing or damaged/,
    );
  });
});
