import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { listedFrames } from "../../../../../kernel/aen/sources/annotations/listedFrames.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the files of a listed clip", () => {
  const folder = temporaryFolder();
  before(() => {
    for (const name of ["10.jpg", "2.jpg", "1.jpg", ".0.jpg", "0.txt"])
      writeFileSync(path.join(folder, name), "");
  });

  it("are the first images of its folder, as many as the list says, in the order of their numbers", async () => {
    const names = async (count: number) =>
      (await listedFrames(folder, count)).map((file) => path.relative(folder, file));
    assert.deepEqual(await names(2), ["1.jpg", "2.jpg"]);
    assert.deepEqual(await names(3), ["1.jpg", "2.jpg", "10.jpg"]);
    assert.deepEqual(await names(0), []);
  });

  it("are rejected if there are fewer than the list says, or no folder", async () => {
    await assert.rejects(listedFrames(folder, 4), {
      name: "DataError",
      message: `${folder}: it contains 3 images, but the annotation list says 4. Correct the list.`,
    });
    await assert.rejects(
      listedFrames(path.join(folder, "gone"), 1),
      /gone: there is no such folder of frame images/,
    );
  });
});
