import assert from "node:assert/strict";
import path from "node:path";
import { listedStill } from "../../../../../kernel/aen/sources/stills/listedStill.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { greyPictures } from "./pictures.js";

describe("a still that a row names", () => {
  const folder = temporaryFolder();
  before(() => greyPictures(folder, { "a.png": 5 }));
  const row = { path: "faces/a.png", line: 7 };

  it("has the row's path as its id", async () => {
    const still = await listedStill(row, path.join(folder, "a.png"), "t.csv", { label: 2 }, {});
    assert.deepEqual([still.id, still.label], ["faces/a.png", 2]);
  });

  it("is refused with the row's line where there is no such picture", () => {
    assert.throws(
      () => listedStill(row, path.join(folder, "b.png"), "t.csv", { label: 2 }, {}),
      /t\.csv, line 7: "faces\/a\.png" does not exist \(looked for .*b\.png\)/,
    );
  });
});
