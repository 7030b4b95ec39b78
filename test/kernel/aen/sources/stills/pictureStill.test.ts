import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pictureStill } from "../../../../../kernel/aen/sources/stills/pictureStill.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { greyPictures } from "./pictures.js";

describe("a still of a picture file", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "a.jpg");
  before(() => greyPictures(folder, { "a.jpg": 90 }, 64));

  it("is a clip of one frame that worker threads can read, with its checksum as content key", async () => {
    const still = await pictureStill(file, { id: "Sad/a.jpg", label: 1, groups: { sex: "man" } });
    const { count, width, data } = await still.read([0]);
    assert.deepEqual([count, width, data[0], still.frameCount, still.groups], [1, 64, 90, 1, { sex: "man" }]);
    assert.ok(still.source);
    // `sha256sum` prints the same digits
    const digits = createHash("sha256").update(readFileSync(file)).digest("hex");
    assert.equal(still.contentKey, `sha256:${digits.slice(0, 16)}`);
  });

  it("is refused now if it is cut off, empty or missing; without decoding, when it is read", async () => {
    const [cut, empty] = ["cut.jpg", "empty.jpg"].map((name) => path.join(folder, name));
    writeFileSync(cut, readFileSync(file).subarray(0, 250));
    writeFileSync(empty, "");
    const facts = { id: "x", label: null };
    await assert.rejects(pictureStill(cut, facts), /cut\.jpg: this image cannot be read/);
    await assert.rejects(pictureStill(empty, facts), /this picture is empty/);
    await assert.rejects(pictureStill(path.join(folder, "b.jpg"), facts), /there is no such picture/);
    await assert.rejects((await pictureStill(cut, facts, { decode: false })).read([0]), /cut\.jpg/);
  });
});
