import assert from "node:assert/strict";
import { Random } from "../../../kernel/random/random.js";
import { cropAndResize, type Box } from "../../../kernel/images/resize.js";
import { inPillow, largestDifference, pillowMissing } from "./pillow.js";

const random = new Random("resize");
/** Noise, hard edges and a gradient: what tells filters apart. */
function testImage(width: number, height: number) {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
    if (x > width / 2) return ((x >> 2) + (y >> 2)) % 2 ? 255 : 0;
    return y > height / 2 ? random.integer(256) : (x * 255) / width;
  });
  return { width, height, data };
}

function resize(image: ReturnType<typeof testImage>, box: Box, width: number, height: number, flip = false) {
  const target = new Uint8Array(width * height * 3);
  cropAndResize(image.data, image.width, box, target, { width, height }, flip);
  return target;
}

describe("resizing", () => {
  before(function () {
    const missing = pillowMissing();
    if (missing) {
      console.log(`      ${missing}`);
      this.skip();
    }
  });

  for (const [width, height, to] of [
    [3000, 400, 112],
    [640, 480, 112],
    [224, 224, 112],
    [171, 133, 112],
    [112, 112, 112],
    [60, 75, 112],
    [17, 400, 112],
    [3, 2, 48],
    [1, 1, 16],
  ]) {
    it(`equals Pillow's bilinear from ${width} x ${height} to ${to} x ${to}`, () => {
      const image = testImage(width, height);
      const ours = resize(image, { left: 0, top: 0, width, height }, to, to);
      const theirs = inPillow(image, `image.resize((${to}, ${to}), Image.BILINEAR)`);
      assert.ok(largestDifference(ours, theirs) === 0, `differs by ${largestDifference(ours, theirs)}`);
    });
  }

  it("equals Pillow's crop, resize and flip", () => {
    const image = testImage(320, 200);
    const ours = resize(image, { left: 37, top: 21, width: 150, height: 133 }, 112, 96, true);
    const theirs = inPillow(
      image,
      "image.crop((37, 21, 187, 154)).resize((112, 96), Image.BILINEAR).transpose(Image.FLIP_LEFT_RIGHT)",
    );
    assert.equal(largestDifference(ours, theirs), 0);
  });

  it("is antialiased: a plain 2 x 2 bilinear would fail this test", () => {
    const image = testImage(640, 480);
    const ours = resize(image, { left: 0, top: 0, width: 640, height: 480 }, 112, 112);
    const plain = inPillow(
      image,
      "image.transform((112, 112), Image.EXTENT, (0, 0, 640, 480), Image.BILINEAR)",
    );
    assert.ok(largestDifference(ours, plain) > 20);
  });
});
