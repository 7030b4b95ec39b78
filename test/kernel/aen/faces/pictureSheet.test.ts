import assert from "node:assert/strict";
import sharp from "sharp";
import { PictureSheet } from "../../../../kernel/aen/faces/pictureSheet.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";

const plain = (width: number, height: number, grey: number) => ({
  ...{ width, height, data: new Uint8Array(width * height * 3).fill(grey) },
});

describe("a sheet of pictures", () => {
  it("stands in rows, each picture in its place, captions below", async () => {
    const pictures = [0, 100, 200].map((grey) => ({
      picture: plain(40, 20, grey),
      caption: `${grey} < 255`,
    }));
    const sheet = new PictureSheet(pictures, { columns: 2, width: 80 });
    const { data, info } = await sharp(await sheet.png())
      .raw()
      .toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height], [8 + 2 * 88, 8 + 2 * 68]);
    const at = (x: number, y: number) => data[(y * info.width + x) * info.channels];
    assert.deepEqual([at(20, 20), at(120, 20), at(20, 90), at(120, 90)], [0, 100, 200, 255]);
  });

  it("marks boxes and dots in the picture's own pixels", async () => {
    const picture = plain(40, 40, 0);
    const marked = { picture, boxes: [{ x: 10, y: 10, width: 20, height: 20 }], dots: [{ x: 20, y: 20 }] };
    const { data, info } = await sharp(await new PictureSheet([marked], { width: 80 }).png())
      .raw()
      .toBuffer({ resolveWithObject: true });
    const red = (x: number, y: number) => data[((y + 8) * info.width + x + 8) * info.channels];
    assert.ok(red(20, 40) > 150 && red(60, 40) > 150 && red(40, 20) > 150 && red(40, 40) > 150);
    assert.deepEqual([red(30, 30), red(70, 70)], [0, 0]);
  });

  it("says its captions as text", async () => {
    const sheet = new PictureSheet([
      { picture: plain(8, 8, 9), caption: "at rest" },
      { picture: plain(8, 8, 9) },
    ]);
    assert.equal((await sheet[displayMethod]())["text/plain"], "2 pictures: at rest.");
    assert.equal(String(new PictureSheet([{ picture: plain(8, 8, 9) }])), "1 picture.");
    assert.throws(() => new PictureSheet([]), /at least one picture/);
  });
});
