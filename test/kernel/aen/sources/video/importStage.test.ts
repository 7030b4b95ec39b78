import assert from "node:assert/strict";
import { recipeOf, type ImportRecipe } from "../../../../../kernel/aen/sources/video/clipRecord.js";
import { FfmpegLog } from "../../../../../kernel/aen/sources/video/ffmpegLog.js";
import type { ImportProgress } from "../../../../../kernel/aen/sources/video/importProgress.js";
import { ImportStage } from "../../../../../kernel/aen/sources/video/importStage.js";

describe("a stage of an import", () => {
  const video = { file: "/x/a.mp4", name: "a.mp4", bytes: 1, changed: 1 };

  function stageOf(recipe: Partial<ImportRecipe>, signal?: AbortSignal) {
    const told: ImportProgress[] = [];
    const run = { fileNumber: 2, fileCount: 3, signal, onProgress: (one: ImportProgress) => told.push(one) };
    return {
      told,
      stage: new ImportStage(video, { ...recipeOf({}, "png"), ...recipe }, run, "finding faces"),
    };
  }
  const logOf = (changes: Partial<FfmpegLog> = {}) =>
    Object.assign(new FfmpegLog(video.file), { times: [0, 0.5], duration: 4, frameRate: 25, ...changes });

  it("decodes as the recipe says, by default at the video's own rate", () => {
    const { signal } = new AbortController();
    const { onFrame: _heard, ...own } = stageOf({}, signal).stage.options;
    assert.deepEqual(own, { longestSide: 1280, frameRate: undefined, signal });
    const { frameRate, longestSide } = stageOf({ frameRate: 5, longestSide: 300 }).stage.options;
    assert.deepEqual([frameRate, longestSide], [5, 300]);
  });

  it("reports each frame with the expected number, and at the end the actual number", () => {
    for (const [frameRate, expected] of [
      [null, 100],
      [5, 20],
    ] as const) {
      // prettier-ignore
      const { told, stage } = stageOf({ frameRate });
      stage.options.onFrame!(logOf());
      const { frameCount, codec } = stage.end(logOf());
      assert.deepEqual([frameCount, codec], [2, "unknown"]);
      const { file, fileNumber, fileCount, stage: name } = told[0];
      assert.deepEqual([file, fileNumber, fileCount, name], [video.file, 2, 3, "finding faces"]);
      assert.deepEqual(told.map((one) => [one.frames, one.frameCount]), [[1, expected], [1, 1]]); // prettier-ignore
    }
  });

  it("ends with an error when the video is cut off, unless the recipe allows it", () => {
    const broken = logOf({ breaksOff: true });
    assert.throws(() => stageOf({}).stage.end(broken), /^DataError: \/x\/a\.mp4: the video is cut off after/);
    assert.equal(stageOf({ allowIncomplete: true }).stage.end(broken).frameCount, 2);
  });
});
