import assert from "node:assert/strict";
import { augment, resizeToSquare } from "../../../../kernel/aen/batches/augmentation.js";
import type { FrameImages } from "../../../../kernel/images/frameImages.js";
import { Random } from "../../../../kernel/random/random.js";
import { syntheticClips } from "../../../../kernel/aen/synthetic/syntheticClips.js";
import { largestDifference } from "../../images/pillow.js";

let frame: FrameImages;
before(async () => {
  const { clips } = await syntheticClips({ perEmotion: 1, identities: 1, seed: 5, size: 112, deviating: 0 });
  frame = await clips[0].read([12, 13]);
});

describe("augmentation", () => {
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

  it("jitters each frame differently, or all frames of a clip alike", () => {
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
