import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import sharp, { type JpegOptions, type Sharp } from "sharp";
import { decodePlain, plainImage } from "../../../../../kernel/aen/data/images/plainImage.js";
import { readImage } from "../../../../../kernel/aen/data/images/readImage.js";
import { drawFrame, type SyntheticRecipe } from "../../../../../kernel/aen/data/synthetic/syntheticClip.js";
import { syntheticClips } from "../../../../../kernel/aen/data/synthetic/syntheticClips.js";
import { largestDifference, pillowMissing, python } from "../pillow.js";
import { temporaryFolder } from "../video/testVideo.js";

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

  it("takes the quick way for the JPEG and PNG that ffmpeg, Pillow's savers and sharp write", async () => {
    const plain = { width: size, height: size };
    assert.deepEqual(plainImage(await jpeg()), plain);
    assert.deepEqual(plainImage(await jpeg({ progressive: true })), plain);
    assert.deepEqual(plainImage(await jpeg({ chromaSubsampling: "4:4:4" })), plain);
    assert.deepEqual(plainImage(await face.clone().png().toBuffer()), plain);
  });

  it("leaves turned, profiled, grey, CMYK, transparent, 16-bit and broken files to the slow way", async () => {
    const slow = await Promise.all([
      face.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      face.clone().withIccProfile("p3").jpeg().toBuffer(),
      face.clone().toColourspace("b-w").jpeg().toBuffer(),
      face.clone().toColourspace("cmyk").jpeg().toBuffer(),
      face.clone().ensureAlpha(0.5).png().toBuffer(),
      face.clone().toColourspace("rgb16").png().toBuffer(),
      face.clone().webp().toBuffer(),
      jpeg().then((bytes) => bytes.subarray(0, bytes.length - 9)),
    ]);
    assert.deepEqual(
      slow.map(plainImage),
      slow.map(() => null),
    );
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

  it("a damaged plain PNG is told, not shown", async () => {
    const bytes = await face.clone().png().toBuffer();
    bytes.fill(0x55, bytes.length >> 1, (bytes.length >> 1) + 40);
    assert.ok(await decodePlain(await jpeg(), { width: size, height: size }));
    assert.equal(await decodePlain(bytes, { width: size, height: size }), null);
    const file = path.join(folder, "damaged.png");
    writeFileSync(file, bytes);
    await assert.rejects(readImage(file), /damaged\.png: this image cannot be read/);
  });
});
