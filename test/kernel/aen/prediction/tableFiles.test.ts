import assert from "node:assert/strict";
import path from "node:path";
import { tableFiles } from "../../../../kernel/aen/prediction/tableFiles.js";

describe("the files of a table", () => {
  it("stand beside the table of frames", () => {
    assert.deepEqual(tableFiles("out/my.videos.csv"), {
      ...{ frames: "out/my.videos.csv", clips: "out/my.videos.clips.csv", folder: "out/my.videos.aen" },
      record: path.join("out/my.videos.aen", "record.json"),
    });
  });

  it("are refused for a name that is no CSV file's", () => {
    for (const name of ["out.txt", "out", ".csv", "folder/.csv"])
      assert.throws(() => tableFiles(name), /the table of frames needs a name that ends in \.csv/, name);
  });
});
