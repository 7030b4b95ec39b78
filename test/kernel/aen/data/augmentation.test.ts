import assert from "node:assert/strict";
import { augment, resizeToSquare } from "../../../../kernel/aen/data/augmentation.js";
import { drawColourJitter, jitterColours } from "../../../../kernel/aen/data/augmentationColour.js";
import { drawCrop } from "../../../../kernel/aen/data/augmentationCrop.js";
import { drawAngle, rotate } from "../../../../kernel/aen/data/augmentationRotation.js";
import type { FrameImages } from "../../../../kernel/aen/data/clip.js";
import { Random } from "../../../../kernel/aen/data/random.js";
import { syntheticClips } from "../../../../kernel/aen/data/synthetic/syntheticClips.js";
import { inPillow, largestDifference, pillowMissing } from "./pillow.js";

let frame: FrameImages;
before(async () => {
  const { clips } = await syntheticClips({ perEmotion: 1, identities: 1, seed: 5, size: 112, deviating: 0 });
  frame = await clips[0].read([12, 13]);
});
const onePicture = () => ({ width: 112, height: 112, data: frame.data.slice(0, 112 * 112 * 3) });

describe("each augmentation of a picture", () => {
  before(function () {
    const missing = pillowMissing();
    if (missing) {
      console.log(`      ${missing}`);
      this.skip();
    }
  });

  for (const angle of [-5, -0.5, 0.5, 5.5]) {
    it(`turns by ${angle} degrees as Pillow does`, () => {
      const picture = onePicture();
      const theirs = inPillow(picture, `image.rotate(${angle}, Image.NEAREST)`);
      rotate(picture.data, 112, angle);
      const different = picture.data.filter((value, i) => value !== theirs[i]).length;
      assert.ok(different / theirs.length < 0.001, `${different} of ${theirs.length} values differ`);
    });
  }

  for (const [change, by, expression] of [
    ["brightness", 1.1, "ImageEnhance.Brightness(image).enhance(1.1)"],
    ["brightness", 0.9, "ImageEnhance.Brightness(image).enhance(0.9)"],
    ["contrast", 1.08, "ImageEnhance.Contrast(image).enhance(1.08)"],
    ["contrast", 0.92, "ImageEnhance.Contrast(image).enhance(0.92)"],
    ["saturation", 1.1, "ImageEnhance.Color(image).enhance(1.1)"],
    ["saturation", 0.9, "ImageEnhance.Color(image).enhance(0.9)"],
  ] as const) {
    it(`changes ${change} by ${by} as Pillow does`, () => {
      const picture = onePicture();
      const theirs = inPillow(picture, expression);
      jitterColours(picture.data, [{ change, by }]);
      assert.ok(largestDifference(picture.data, theirs) <= 1);
    });
  }

  for (const by of [-0.1, 0.07]) {
    it(`shifts the hue by ${by} as Pillow's HSV does`, () => {
      const picture = onePicture();
      const theirs = inPillow(picture, `hue(image, ${by})`);
      jitterColours(picture.data, [{ change: "hue", by }]);
      assert.ok(largestDifference(picture.data, theirs) <= 1, `${largestDifference(picture.data, theirs)}`);
    });
  }
});

describe("what augmentation draws", () => {
  it("crops between 8 and 100 % of the area, 3:4 to 4:3, anywhere", () => {
    const random = new Random("crop");
    const boxes = Array.from({ length: 4000 }, () => drawCrop({ width: 200, height: 160 }, random));
    const areas = boxes.map(({ width, height }) => (width * height) / (200 * 160));
    const aspects = boxes.map(({ width, height }) => width / height);
    assert.ok(Math.min(...areas) < 0.1 && Math.min(...areas) > 0.075 && Math.max(...areas) <= 1);
    assert.ok(Math.max(...areas) > 0.95);
    assert.ok(Math.min(...aspects) > 0.72 && Math.max(...aspects) < 1.4);
    assert.ok(boxes.every((box) => box.left >= 0 && box.left + box.width <= 200));
    assert.ok(boxes.some((box) => box.left + box.width === 200) && boxes.some((box) => box.left === 0));
    assert.ok(boxes.every((box) => box.top >= 0 && box.top + box.height <= 160));
  });

  it("cuts the largest square when no crop fits", () => {
    const box = drawCrop({ width: 1000, height: 20 }, new Random(3), 0.9);
    assert.deepEqual([box.width, box.height, box.top], [20, 20, 0]);
  });

  it("turns by -5 to 5.5 degrees in halves", () => {
    const random = new Random("angle");
    const angles = new Set(Array.from({ length: 2000 }, () => drawAngle(random)));
    assert.deepEqual(
      [...angles].sort((a, b) => a - b),
      Array.from({ length: 22 }, (_, i) => -5 + i / 2),
    );
  });

  it("jitters colours within the published ranges, in all orders", () => {
    const random = new Random("jitter");
    const drawn = Array.from({ length: 2000 }, () => drawColourJitter(random));
    assert.equal(new Set(drawn.map((steps) => steps.map(({ change }) => change).join())).size, 24);
    for (const { change, by } of drawn.flat()) {
      assert.ok(change === "hue" ? Math.abs(by) <= 0.1 : by >= 0.9 && by <= 1.1, `${change} ${by}`);
    }
  });

  const still = { crop: false, flip: false, rotation: false } as const;
  const size = 112 * 112 * 3;

  it("changes half of the clips by each step", () => {
    const data = resizeToSquare(frame, 32).subarray(0, 32 * 32 * 3);
    const small: FrameImages = { count: 1, width: 32, height: 32, data };
    const untouched = (options: object) =>
      Array.from({ length: 200 }, (_, i) =>
        augment(small, 32, new Random(i), { ...still, jitter: false, ...options }),
      )
        .map((pixels) => largestDifference(pixels, data))
        .filter((difference) => difference === 0).length;
    assert.equal(untouched({}), 200);
    for (const options of [{ flip: true }, { rotation: true }, { jitter: "clip" }]) {
      const count = untouched(options);
      assert.ok(count > 70 && count < 130, `${JSON.stringify(options)}: ${count} of 200 untouched`);
    }
  });

  it("jitters every frame anew, or all frames of a clip alike", () => {
    const twice: FrameImages = { ...frame, data: new Uint8Array(2 * size) };
    twice.data.set(frame.data.subarray(0, size));
    twice.data.set(frame.data.subarray(0, size), size);
    const framesDiffer = (jitter: "frame" | "clip") =>
      Array.from({ length: 20 }, (_, i) => augment(twice, 112, new Random(i), { ...still, jitter })).some(
        (pixels) => largestDifference(pixels.subarray(0, size), pixels.subarray(size)) > 0,
      );
    assert.equal(framesDiffer("frame"), true);
    assert.equal(framesDiffer("clip"), false);
  });

  it("crops, flips and turns all frames of a clip alike", () => {
    const twice: FrameImages = { ...frame, data: new Uint8Array(2 * size) };
    twice.data.set(frame.data.subarray(0, size));
    twice.data.set(frame.data.subarray(0, size), size);
    for (let seed = 0; seed < 20; seed++) {
      const pixels = augment(twice, 48, new Random(seed), { jitter: false });
      assert.deepEqual(pixels.subarray(0, 48 * 48 * 3), pixels.subarray(48 * 48 * 3));
    }
  });

  it("only resizes in test, without keeping the ratio", () => {
    const wide: FrameImages = { count: 1, width: 4, height: 2, data: new Uint8Array(24).fill(80) };
    assert.deepEqual(resizeToSquare(wide, 3), new Uint8Array(27).fill(80));
  });
});
