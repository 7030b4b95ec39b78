import assert from "node:assert/strict";
import {
  checkConfiguration,
  levelsOf,
  levelWidth,
  readsFaces,
  semanticSize,
} from "../../../../kernel/aen/model/configuration.js";
import { presets } from "../../../../kernel/aen/model/presets.js";

describe("a configuration", () => {
  it("has levels 1 to 3 as wide as (S/4)², 784 as published, and level 0 as wide as the last stage", () => {
    assert.equal(semanticSize(presets.published), 784);
    assert.deepEqual(
      [0, 1, 2, 3].map((level) => levelWidth(presets.published, level)),
      [512, 784, 784, 784],
    );
  });

  it("has level 2 as published, and leaves it out as recommended", () => {
    assert.deepEqual(
      [levelsOf(presets.published), levelsOf(presets.recommended)],
      [
        [0, 1, 2, 3],
        [0, 1, 3],
      ],
    );
  });

  it("reads which frames show a face where a network masks the others, and where frames vote", () => {
    const masked = { ...presets.tiny, facelessFrames: "masked" } as const;
    for (const clipModel of ["AEN", "transformer", "GRU", "mean of features"] as const)
      assert.deepEqual(
        [
          { ...masked, clipModel },
          { ...presets.tiny, clipModel },
        ].map(readsFaces),
        [true, false],
      );
    assert.equal(readsFaces({ ...presets.tiny, clipModel: "vote of frames" }), true);
  });

  for (const [change, message] of [
    [{ size: 100 }, /multiple of 16 pixels, got 100/],
    [{ size: 0 }, /multiple of 16 pixels, got 0/],
    [{ frames: 0 }, /frames must be a positive whole number, got 0/],
    [{ heads: 1.5 }, /heads must be a positive whole number, got 1\.5/],
    [{ temporalDepth: -1 }, /temporalDepth must be/],
    [{ stageWidths: [8, 8, 8] }, /stageWidths must have four entries/],
    [{ stageWidths: [8, 8, 0, 8] }, /stageWidths\[2\] must be a positive whole number, got 0/],
    [{ blocksPerStage: [1, 1, 1, 1, 1] }, /blocksPerStage must have four entries/],
    [{ facelessFrames: "mask" as "masked" }, /"facelessFrames" must be "attended" or "masked", got "mask"/],
    [{ batchNormMomentum: NaN }, /batchNormMomentum must be a number above 0 and at most 1, got NaN/],
    [{ layerNormEpsilon: Infinity }, /layerNormEpsilon must be/],
    [{ blocksPerStage: [1, 1, 1, NaN] }, /blocksPerStage\[3\] must be/],
  ] as const) {
    it(`that cannot be is refused with its name and number: ${JSON.stringify(change)}`, () => {
      const wrong = { ...presets.tiny, ...change } as unknown as typeof presets.tiny;
      assert.throws(
        () => checkConfiguration(wrong),
        (error) => error instanceof RangeError && message.test(error.message),
      );
    });
  }
});
