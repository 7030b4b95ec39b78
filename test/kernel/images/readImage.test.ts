import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp, { type JpegOptions, type Sharp } from "sharp";
import { readImage } from "../../../kernel/images/readImage.js";
import { drawFrame, type SyntheticRecipe } from "../../../kernel/aen/synthetic/syntheticClip.js";
import { syntheticClips } from "../../../kernel/aen/synthetic/syntheticClips.js";
import { largestDifference, pillowMissing, python } from "./pillow.js";
import { temporaryFolder } from "../aen/sources/video/testVideo.js";

const size = 96;

describe("reading an image", () => {
  const folder = temporaryFolder();
  let face: Sharp;

  before(async () => {
    const { clips } = await syntheticClips({ perEmotion: 1, identities: 1, size });
    const pixels = drawFrame(clips[0].source!.data as SyntheticRecipe, 12);
    face = sharp(pixels, { raw: { width: size, height: size, channels: 3 } });
  });

  const jpeg = (options: JpegOptions = {}) =>
    face
      .clone()
      .jpeg({ quality: 92, ...options })
      .toBuffer();

  it("reads a BMP, in either order of its rows", async () => {
    // By hand: 24 bits, 2 x 3 pixels, rows padded to 8 bytes; red, green / blue, white / black, red; written blue first.
    const top = [0, 0, 255, 0, 255, 0, 0, 0];
    const middle = [255, 0, 0, 255, 255, 255, 0, 0];
    const bottom = [0, 0, 0, 0, 0, 255, 0, 0];
    const pixels = [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 255, 0, 0];
    for (const height of [3, -3]) {
      const head = Buffer.alloc(54);
      head.write("BM");
      [54 + 24, 0, 54, 40, 2, height].forEach((value, i) => head.writeInt32LE(value, 2 + 4 * i));
      [1, 24].forEach((value, i) => head.writeInt16LE(value, 26 + 2 * i));
      const rows = height > 0 ? [bottom, middle, top] : [top, middle, bottom];
      const file = path.join(folder, `rows ${height}.bmp`);
      writeFileSync(file, Buffer.concat([head, Buffer.from(rows.flat())]));
      const { width, height: read, data } = await readImage(file);
      assert.deepEqual([width, read, [...data]], [2, 3, pixels]);
    }
  });

  it("gives every value of a PNG", async () => {
    const file = path.join(folder, "a.png");
    writeFileSync(file, await face.clone().png().toBuffer());
    const { data } = await readImage(file);
    assert.equal(largestDifference(data, new Uint8Array(await face.clone().raw().toBuffer())), 0);
  });

  for (const chromaSubsampling of ["4:4:4", "4:2:0"]) {
    it(`gives a JPEG (${chromaSubsampling}) as Pillow does but for rounding`, async function () {
      const missing = pillowMissing();
      if (missing) {
        console.log(`      ${missing}`);
        return this.skip();
      }
      const file = path.join(folder, "a.jpg");
      writeFileSync(file, await jpeg({ chromaSubsampling }));
      const program = `import sys; from PIL import Image; sys.stdout.buffer.write(Image.open(sys.argv[1]).convert("RGB").tobytes())`;
      const theirs = new Uint8Array(execFileSync(python, ["-c", program, file], { maxBuffer: 1 << 26 }));
      const { data } = await readImage(file);
      const mean = data.reduce((sum, value, i) => sum + Math.abs(value - theirs[i]), 0) / data.length;
      assert.ok(
        largestDifference(data, theirs) <= 4 && mean < 0.5,
        `mean ${mean}, most ${largestDifference(data, theirs)}`,
      );
    });
  }

  it("turns what EXIF says upright", async () => {
    const file = path.join(folder, "turned.jpg");
    await face.clone().resize(40, 20).withMetadata({ orientation: 6 }).jpeg().toFile(file);
    const { width, height } = await readImage(file);
    assert.deepEqual([width, height], [20, 40]);
  });

  it("a damaged plain PNG is reported, not decoded", async () => {
    const bytes = await face.clone().png().toBuffer();
    bytes.fill(0x55, bytes.length >> 1, (bytes.length >> 1) + 40);
    const file = path.join(folder, "damaged.png");
    writeFileSync(file, bytes);
    await assert.rejects(readImage(file), /damaged\.png: this image cannot be read/);
  });

  it("refuses at once what would never end: pipes, devices, drawings", async function () {
    if (process.platform === "win32") this.skip();
    const pipe = path.join(folder, "pipe.png");
    execFileSync("mkfifo", [pipe]);
    const device = path.join(folder, "zero.png");
    symlinkSync("/dev/zero", device);
    for (const file of [pipe, device])
      await assert.rejects(readImage(file), /\.png: this is a pipe, device or socket, not a file/);
    const drawing = path.join(folder, "drawing.png");
    const nested = Array.from(
      { length: 20 },
      (_, i) => `<g id="g${i + 1}">${`<use href="#g${i}"/>`.repeat(20)}</g>`,
    );
    writeFileSync(
      drawing,
      `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><defs><rect id="g0" width="9" height="9"/>${nested.join("")}</defs><use href="#g20"/></svg>`,
    );
    await assert.rejects(
      readImage(drawing),
      /drawing\.png: .*it is a drawing \(SVG or compressed\), not a picture/,
    );
  });
});
