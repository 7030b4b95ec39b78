import assert from "node:assert/strict";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { frameFileName, FrameWriter } from "../../../../../kernel/aen/sources/video/frameWriter.js";
import type { Picture } from "../../../../../kernel/images/picture.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the writer of frames", () => {
  const folder = temporaryFolder();
  /** A picture of its own for every number. */
  const picture = (number: number): Picture => {
    const data = Uint8Array.from({ length: 8 * 6 * 3 }, (_, i) => (i * 40 + number * 7) % 256);
    return { width: 8, height: 6, data };
  };
  function newFolder(name: string): string {
    const place = path.join(folder, name);
    mkdirSync(place);
    return place;
  }
  const pixels = (file: string) => sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });

  it("names frames so that they sort, from 000001 on", () => {
    assert.deepEqual([frameFileName(0, "png"), frameFileName(99_999, "jpeg")], ["000001.png", "100000.jpg"]);
  });

  it("writes every picture under its number, without loss as PNG, however many are on their way", async () => {
    const writer = new FrameWriter(newFolder("png"), "png");
    for (let number = 0; number < 10; number += 1) await writer.write(picture(number));
    await writer.finish();
    assert.equal(writer.count, 10);
    assert.equal(readdirSync(writer.folder).length, 10);
    for (const number of [0, 4, 9]) {
      const { data, info } = await pixels(path.join(writer.folder, frameFileName(number, "png")));
      assert.deepEqual([info.width, info.height], [8, 6]);
      assert.deepEqual(new Uint8Array(data), picture(number).data);
    }
  });

  it("writes JPEG in full colour", async () => {
    const writer = new FrameWriter(newFolder("jpeg"), "jpeg");
    await writer.write(picture(3));
    await writer.finish();
    const { format, chromaSubsampling } = await sharp(path.join(writer.folder, "000001.jpg")).metadata();
    assert.deepEqual([format, chromaSubsampling], ["jpeg", "4:4:4"]);
  });

  it("fails with the first picture that cannot be written, and settles all the same", async () => {
    const writer = new FrameWriter(newFolder("gone"), "png");
    rmSync(writer.folder, { recursive: true });
    const writing = async () => {
      for (let number = 0; number < 10; number += 1) await writer.write(picture(number));
      await writer.finish();
    };
    await assert.rejects(writing, { name: "DataError", message: /gone: cannot be written \(ENOENT/ });
    assert.ok(writer.count < 10, "it does not go on");
    await writer.settled();
    await assert.rejects(writer.finish(), /cannot be written/);
  });
});
