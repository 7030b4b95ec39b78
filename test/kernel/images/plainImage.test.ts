import assert from "node:assert/strict";
import sharp from "sharp";
import { decodePlain, plainImage } from "../../../kernel/images/plainImage.js";
import { Random } from "../../../kernel/random/random.js";

const [width, height] = [40, 24];

describe("a plain image", () => {
  const random = new Random("plain image");
  const pixels = Uint8Array.from({ length: width * height * 3 }, () => random.integer(256));
  const image = () => sharp(pixels, { raw: { width, height, channels: 3 } });
  const size = { width, height };

  it("is a JPEG, progressive or not, whatever its subsampling, and a PNG as savers write them", async () => {
    assert.deepEqual(plainImage(await image().jpeg().toBuffer()), size);
    assert.deepEqual(plainImage(await image().jpeg({ progressive: true }).toBuffer()), size);
    assert.deepEqual(plainImage(await image().jpeg({ chromaSubsampling: "4:4:4" }).toBuffer()), size);
    assert.deepEqual(plainImage(await image().png().toBuffer()), size);
  });

  it("is none that is turned, profiled, grey, CMYK, transparent, 16-bit, interlaced or of another format", async () => {
    const others = await Promise.all([
      image().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      image().withIccProfile("p3").jpeg().toBuffer(),
      image().toColourspace("b-w").jpeg().toBuffer(),
      image().toColourspace("cmyk").jpeg().toBuffer(),
      image().ensureAlpha(0.5).png().toBuffer(),
      image().toColourspace("rgb16").png().toBuffer(),
      image().png({ progressive: true }).toBuffer(),
      image().webp().toBuffer(),
    ]);
    assert.deepEqual(
      others.map(plainImage),
      others.map(() => null),
    );
  });

  it("is none wherever the file was cut, and no byte sequence makes it throw", async () => {
    for (const bytes of [await image().jpeg().toBuffer(), await image().png().toBuffer()]) {
      for (let length = 0; length < bytes.length; length += 7) {
        assert.equal(plainImage(bytes.subarray(0, length)), null, `cut at ${length} of ${bytes.length}`);
      }
      for (let round = 0; round < 200; round++) {
        const damaged = Uint8Array.from(bytes);
        damaged[random.integer(damaged.length)] = random.integer(256);
        assert.doesNotThrow(() => plainImage(damaged));
      }
    }
  });

  it("gives the very pixels of a PNG", async () => {
    const picture = await decodePlain(await image().png().toBuffer(), size);
    assert.deepEqual(picture && { ...picture, data: Uint8Array.from(picture.data) }, {
      ...size,
      data: pixels,
    });
  });

  it("is left to the other decoder when it is damaged, or not of the size that its header told", async () => {
    const bytes = await image().png().toBuffer();
    assert.equal(await decodePlain(bytes, { width: width + 1, height }), null);
    bytes.fill(0x55, bytes.length >> 1, (bytes.length >> 1) + 40);
    assert.equal(await decodePlain(bytes, size), null);
  });
});
