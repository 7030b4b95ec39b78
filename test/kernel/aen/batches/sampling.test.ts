import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Random } from "../../../../kernel/random/random.js";
import { sampleFrames, type FrameOrder } from "../../../../kernel/aen/batches/sampling.js";

interface SamplingFixture {
  readonly test: readonly { numFrames: number; frames: number[] }[];
  readonly train: readonly { numFrames: number; framesAtLowest: number[]; framesAtHighest: number[] }[];
}
const fixture = JSON.parse(
  readFileSync(new URL("./fixtures/sampling.json", import.meta.url), "utf8"),
) as SamplingFixture;

/** Draws always the lowest or always the highest possible number. */
class Extreme extends Random {
  constructor(readonly highest: boolean) {
    super(0);
  }
  override integer(below: number): number {
    return this.highest ? below - 1 : 0;
  }
  override unit(): number {
    return this.highest ? 1 - 2 ** -32 : 0;
  }
}

describe("frame sampling", () => {
  for (const { numFrames, frames } of fixture.test) {
    it(`takes the published test frames of a clip with ${numFrames} frames`, () => {
      assert.deepEqual(sampleFrames(numFrames, { mode: "test" }, new Random(1)), frames);
    });
  }

  for (const { numFrames, framesAtLowest, framesAtHighest } of fixture.train) {
    it(`takes the published training frames of a clip with ${numFrames} frames`, () => {
      assert.deepEqual(sampleFrames(numFrames, { mode: "train" }, new Extreme(false)), framesAtLowest);
      assert.deepEqual(sampleFrames(numFrames, { mode: "train" }, new Extreme(true)), framesAtHighest);
    });
  }

  it("never reaches the end of a clip in published training, as the paper's code does not", () => {
    const random = new Random("tail");
    const drawn = Array.from({ length: 200 }, () => sampleFrames(24, { mode: "train" }, random)).flat();
    assert.equal(Math.max(...drawn), 16);
    assert.equal(Math.min(...drawn), 0);
  });

  for (const sampling of ["spread", "even"] as const) {
    it(`reaches both ends of a clip in training when sampling is "${sampling}"`, () => {
      const random = new Random(sampling);
      const drawn = Array.from({ length: 300 }, () =>
        sampleFrames(24, { mode: "train", sampling }, random),
      ).flat();
      assert.equal(Math.min(...drawn), 0);
      assert.equal(Math.max(...drawn), 23);
    });

    it(`gives ascending frame numbers of short clips too when sampling is "${sampling}"`, () => {
      for (const frameCount of [1, 2, 3, 5, 8, 9, 15]) {
        const frames = sampleFrames(frameCount, { mode: "test", sampling }, new Random(1));
        assert.equal(frames.length, 16);
        assert.ok(frames.every((frame) => frame >= 0 && frame < frameCount));
        assert.equal(new Set(frames).size, sampling === "even" || frameCount < 16 ? frameCount : 16);
      }
    });
  }

  it("takes single frames when their number is odd", () => {
    const frames = sampleFrames(50, { mode: "test", frames: 5 }, new Random(1));
    assert.deepEqual(frames, [5, 15, 25, 35, 45]);
  });

  it("says what is wrong with a clip without frames and with an unknown way of sampling", () => {
    assert.throws(() => sampleFrames(0, { mode: "test" }, new Random(1)), /at least one frame, got 0/);
    const sampling = "dense" as "even";
    assert.throws(() => sampleFrames(9, { mode: "test", sampling }, new Random(1)), /"spread" or "even"/);
  });
});

describe("the order of the frames of a clip", () => {
  const sampled = (frameOrder: FrameOrder | undefined, seed = 3) =>
    sampleFrames(40, { mode: "test", sampling: "even", frames: 8, frameOrder }, new Random(seed));

  it("is that of time unless told otherwise", () => {
    const inTime = sampled(undefined);
    assert.deepEqual(
      inTime,
      [...inTime].sort((a, b) => a - b),
    );
    assert.deepEqual(sampled("in time"), inTime);
    assert.deepEqual(sampled("reversed"), [...inTime].reverse());
  });

  it("is drawn for shuffled frames, which are the same frames", () => {
    const shuffled = sampled("shuffled");
    assert.deepEqual(
      [...shuffled].sort((a, b) => a - b),
      sampled("in time"),
    );
    assert.deepEqual(sampled("shuffled"), shuffled);
    assert.notDeepEqual(sampled("shuffled", 4), shuffled);
  });

  it("is refused by another name", () => {
    for (const order of ["forward", "", "Shuffled"])
      assert.throws(
        () => sampled(order as FrameOrder),
        /"frameOrder" must be "in time", "reversed" or "shuffled"/,
      );
  });
});
