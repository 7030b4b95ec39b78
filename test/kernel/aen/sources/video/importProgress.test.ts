import assert from "node:assert/strict";
import {
  StageProgress,
  type ImportProgress,
} from "../../../../../kernel/aen/sources/video/importProgress.js";

describe("the progress of an import", () => {
  const about = { file: "a.mp4", fileNumber: 1, fileCount: 2, stage: "writing frames" } as const;

  /** @returns what is told of `frames` frames, one every `milliseconds` */
  function tell(frames: number, milliseconds: number, expected: number | null): ImportProgress[] {
    const told: ImportProgress[] = [];
    let now = 0;
    const progress = new StageProgress(
      about,
      (state) => told.push(state),
      () => now,
    );
    for (let frame = 0; frame < frames; frame++) {
      now += milliseconds;
      progress.step(expected);
    }
    progress.end();
    return told;
  }

  it("is reported at most four times a second, and at the end", () => {
    assert.equal(tell(100, 10, 100).length, 4 + 1);
  });

  it("gives the rate of the last seconds and the time left", () => {
    const [, second] = tell(50, 100, 100);
    assert.deepEqual([second.frames, second.frameCount, second.rate], [4, 100, 10]);
    assert.ok(Math.abs(second.secondsLeft! - 9.6) < 1e-9);
  });

  it("gives no time left where the container has no length", () => {
    const told = tell(50, 100, null);
    assert.ok(told.slice(0, -1).every((state) => state.frameCount === null && state.secondsLeft === null));
    assert.deepEqual([told.at(-1)!.frameCount, told.at(-1)!.secondsLeft], [50, 0]);
  });

  it("counts on when there are more frames than expected", () => {
    const told = tell(50, 100, 20);
    assert.ok(told.every(({ frames, frameCount }) => frameCount! >= frames));
  });
});
