import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import {
  stillsFromTable,
  type StillsTableOptions,
} from "../../../../../kernel/aen/sources/stills/fromTable.js";
import { labelMaps } from "../../../../../kernel/aen/sources/stills/labelMaps.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { greyPictures } from "./pictures.js";

describe("the stills of a table", () => {
  const folder = temporaryFolder();
  const table = path.join(folder, "t.csv");
  function read(content: string, options?: StillsTableOptions) {
    writeFileSync(table, content);
    return stillsFromTable(table, options);
  }
  before(async () => {
    await greyPictures(folder, { "1/a.png": 1, "1/b.png": 2, "c.png": 3 });
    writeFileSync(path.join(folder, "broken.png"), "this is text");
  });

  it("have the label, person and groups of their row", async () => {
    const set = await read("path,label,identity,sex\nc.png,Fear,s1,woman\n1/a.png,sad,s2,\n", {
      groups: ["sex"],
    });
    assert.deepEqual(
      set.clips.map(({ id, label, identity, groups }) => [id, label, identity, groups]),
      [
        ["c.png", 6, "s1", { sex: "woman" }],
        ["1/a.png", 1, "s2", {}],
      ],
    );
  });

  it("may be AffectNet's: its columns by name, its numbers by the label map, contempt left out", async () => {
    const options = { columns: { path: "subDirectory_filePath" }, labelMap: labelMaps.AffectNet };
    const set = await read("subDirectory_filePath,expression\n1/a.png,6\n1/b.png,7\nc.png,0\n", options);
    // 6 anger, 7 contempt, 0 neutral (Mollahosseini, Hasani and Mahoor 2017)
    assert.deepEqual(
      set.clips.map(({ label }) => label),
      [3, 2],
    );
    assert.deepEqual(set.leftOut, [{ clip: "1/b.png", reason: "its label is left out by the label map" }]);
  });

  it("name the picture that cannot be decoded, or leave it out on request", async () => {
    const rows = "path,label\nc.png,0\nbroken.png,1\n";
    await assert.rejects(read(rows), /broken\.png: this image cannot be read/);
    const { leftOut, length } = await read(rows, { onProblem: "skip" });
    assert.deepEqual([length, leftOut[0].clip], [1, "broken.png"]);
    assert.equal((await read(rows, { decode: false })).length, 2);
  });

  it("are refused where a label is unknown, a picture is missing or listed twice", async () => {
    await assert.rejects(read("path,label\nc.png,joy\n"), /t\.csv, line 2: "joy" is not one of the labels/);
    await assert.rejects(read("path,label\nd.png,0\n"), /line 2: "d\.png" does not exist/);
    await assert.rejects(
      read("path,label\nc.png,0\n./c.png,1\n"),
      /line 3: "\.\/c\.png" is already in line 2/,
    );
  });
});
