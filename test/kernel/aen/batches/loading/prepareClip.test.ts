import assert from "node:assert/strict";
import { augmentPictures, resizePictures } from "../../../../../kernel/aen/batches/augmentation.js";
import { prepareClip } from "../../../../../kernel/aen/batches/loading/prepareClip.js";
import { Random } from "../../../../../kernel/random/random.js";

function noise(frame: number, width = 12, height = 10) {
  const random = new Random("noise", frame);
  return { width, height, data: Uint8Array.from({ length: width * height * 3 }, () => random.integer(256)) };
}

describe("the frames of a clip for the network", () => {
  const pictures = [noise(0), noise(1), noise(0)];

  it("are only resized in test, frame by frame in their order", () => {
    const pixels = prepareClip(pictures, { size: 6, augment: null, randomKeys: [1] });
    assert.deepEqual(pixels, resizePictures(pictures, 6));
    const frame = (at: number) => pixels.subarray(at * 108, (at + 1) * 108);
    assert.equal(pixels.length, 3 * 108);
    assert.deepEqual(frame(0), frame(2));
    assert.notDeepEqual(frame(0), frame(1));
  });

  it("are copied unchanged if they already have the size", () => {
    const square = [noise(3, 4, 4), noise(4, 4, 4)];
    const pixels = prepareClip(square, { size: 4, augment: null, randomKeys: [] });
    assert.deepEqual([...pixels], [...square[0].data, ...square[1].data]);
    pixels.fill(0);
    assert.deepEqual(square[0], noise(3, 4, 4), "the pictures may be in the cache");
  });

  it("are resized if only one side has the size", () => {
    for (const [width, height] of [
      [4, 3],
      [3, 4],
    ]) {
      const oblong = [noise(5, width, height)];
      const pixels = prepareClip(oblong, { size: 4, augment: null, randomKeys: [] });
      assert.deepEqual(pixels, resizePictures(oblong, 4));
    }
  });

  it("are augmented in training by draws from their keys, and from nothing else", () => {
    const prepare = (...randomKeys: (number | string)[]) =>
      prepareClip(pictures, { size: 6, augment: {}, randomKeys });
    assert.deepEqual(prepare("seed", 1), prepare("seed", 1));
    assert.deepEqual(prepare("seed", 1), augmentPictures(pictures, 6, new Random("seed", 1), {}));
    const different = new Set(Array.from({ length: 10 }, (_, epoch) => prepare("seed", epoch).join()));
    assert.equal(different.size, 10);
  });

  it("are augmented as the options say, without a change to the pictures themselves", () => {
    const augment = { crop: false, flip: false, rotation: false, jitter: false } as const;
    const still = prepareClip(pictures, { size: 6, augment, randomKeys: [1] });
    assert.deepEqual(still, resizePictures(pictures, 6));
    for (let key = 0; key < 10; key++) prepareClip(pictures, { size: 12, augment: {}, randomKeys: [key] });
    assert.deepEqual(pictures, [noise(0), noise(1), noise(0)]);
  });

  it("must all have the same size", () => {
    const odd = [noise(0), noise(1), noise(2, 10, 12)];
    assert.throws(() => prepareClip(odd, { size: 6, augment: null, randomKeys: [] }), {
      name: "RangeError",
      message: "Frames of one clip differ in size: 12 x 10 and 10 x 12 pixels. Resize them to one size.",
    });
    for (const other of [noise(2, 12, 11), noise(2, 11, 10)])
      assert.throws(
        () => prepareClip([noise(0), other], { size: 6, augment: null, randomKeys: [] }),
        RangeError,
      );
  });
});
