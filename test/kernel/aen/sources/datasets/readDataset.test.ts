import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findPublished } from "../../../../../kernel/aen/sources/datasets/fromDataset.js";
import type { PublishedDataset } from "../../../../../kernel/aen/sources/datasets/publishedDataset.js";
import { publishedDatasets } from "../../../../../kernel/aen/sources/datasets/publishedDatasets.js";
import { readDataset, type DatasetPart } from "../../../../../kernel/aen/sources/datasets/readDataset.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the clips that a data set's own files name", () => {
  const folder = temporaryFolder();
  function make(files: Record<string, string>): string {
    const root = mkdtempSync(path.join(folder, "set-"));
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), content);
    }
    return root;
  }
  const table: PublishedDataset = {
    ...{
      name: "TABLE",
      labelMap: {},
      source: "its table",
      folds: 3,
      splits: { train: "a", test: "b" },
      repeats: "all",
    },
    layout: {
      kind: "table",
      files: (split, fold) => [`new/${split}${fold}.csv`, `${split}${fold}.csv`],
      clip: (row, split) => ({ path: `${split}/${row.name}`, code: row.code, identity: row.who || null }),
    },
  };

  it("are those of the split and the fold, the training clips of the first fold unless told otherwise", async () => {
    const rows = (name: string) => `name,code,who\n${name},1,\n`;
    const root = make({ "train1.csv": rows("a"), "train2.csv": rows("b"), "test1.csv": rows("c") });
    const paths = async (part?: DatasetPart) =>
      (await readDataset(table, root, part)).clips.map((clip) => clip.path);
    assert.deepEqual(await paths(), ["train/a"]);
    assert.deepEqual(await paths({ fold: 2 }), ["train/b"]);
    assert.deepEqual(await paths({ split: "test" }), ["test/c"]);
  });

  it("are read from the first label file that exists, with quotes, spaces and a byte order mark", async () => {
    const root = make({
      "train1.csv": "name,code\nold,1\n",
      "new/train1.csv": '\uFEFFname,code,who\r\n"a, b", 7 ,Ann\r\n\r\nc,8,\r\n',
    });
    assert.deepEqual((await readDataset(table, root)).clips, [
      { path: "train/a, b", code: "7", identity: "Ann" },
      { path: "train/c", code: "8", identity: null },
    ]);
  });

  it("are rejected if the label file is missing or damaged", async () => {
    await assert.rejects(
      readDataset(table, make({})),
      /label file of TABLE does not exist: new\/train1\.csv or train1\.csv/,
    );
    await assert.rejects(
      readDataset(table, make({ "train1.csv": 'name\n"a' })),
      /train1\.csv: this label file cannot/,
    );
    await assert.rejects(
      readDataset(table, path.join(folder, "gone")),
      /gone: there is no such folder of TABLE/,
    );
  });

  it("are never those of another split: a split that the data set does not have is rejected", async () => {
    for (const dataset of publishedDatasets) {
      for (const split of ["train", "validation", "test"] as const) {
        if (split in dataset.splits) continue;
        await assert.rejects(readDataset(dataset, folder, { split }), {
          name: "DataError",
          message: new RegExp(`^${dataset.name} has .*splits.*; there is no split "${split}"`),
        });
      }
    }
    await assert.rejects(
      readDataset(findPublished("DFEW"), folder, { split: "validation" }),
      /splits train and test;/,
    );
    await assert.rejects(
      readDataset(findPublished("RAVDESS"), folder, { split: "test" }),
      /RAVDESS has no splits; .*To hold clips out, call split\(\{ by: "identity" \}\)/,
    );
    await assert.rejects(
      readDataset(findPublished("AFEW"), folder, { split: "dev" as "validation" }),
      /AFEW has the splits train and validation; there is no split "dev"/,
    );
  });

  it("are rejected for a fold that the data set does not have", async () => {
    for (const fold of [0, 4, 1.5, NaN])
      await assert.rejects(readDataset(table, folder, { fold }), /TABLE has folds 1 to 3; there is no fold /);
    await assert.rejects(
      readDataset(findPublished("MELD"), folder, { fold: 1 }),
      /MELD has no folds; there is no fold 1/,
    );
  });

  it("are found by name at any depth, sorted, with the label and the person in their names", async () => {
    const layout = { kind: "names", pattern: /(?:^|\/)(?<identity>\d+)-(?<label>[a-z]+)\.mp4$/ } as const;
    const names: PublishedDataset = { ...table, name: "NAMES", splits: {}, folds: 0, layout };
    const root = make({ "z/1-joy.mp4": "", "a/b/2-fear.mp4": "", "a/notes.txt": "", "x-joy.mp4": "" });
    assert.deepEqual((await readDataset(names, root)).clips, [
      { path: "a/b/2-fear.mp4", code: "fear", identity: "2" },
      { path: "z/1-joy.mp4", code: "joy", identity: "1" },
    ]);
    await assert.rejects(
      readDataset(names, make({ "a.mp4": "" })),
      /it contains no video of NAMES\. Expected: its table/,
    );
  });
});
