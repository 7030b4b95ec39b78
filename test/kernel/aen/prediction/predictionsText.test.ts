import assert from "node:assert/strict";
import { predictionCells, predictionSentences } from "../../../../kernel/aen/prediction/predictionsText.js";

describe("what predictions tell", () => {
  const outcome = (file: string, changes = {}) => ({
    ...{ file, fileNumber: 1, fileCount: 12, wasThere: false, failed: null, unwritten: null },
    ...changes,
  });
  const read = { frames: "20", faces: "0", sentiment: "", emotion: "", warnings: "" };
  const told = {
    ...{ frames: "out.csv", clips: "out.clips.csv" },
    videos: [
      outcome("a.mp4", { failed: "it is no video" }),
      outcome("b.mp4", { unwritten: "b.mp4.eaf: there" }),
      ...Array.from({ length: 10 }, (_, number) => outcome(`c${number}.mp4`)),
    ],
    rows: [null, ...Array.from({ length: 11 }, () => read)],
  };

  it("is a row for each of the first ten videos, with what failed", () => {
    const cells = predictionCells(told);
    assert.equal(cells.length, 11);
    assert.deepEqual(cells[1], ["a.mp4", "–", "–", "–", "–", "it is no video"]);
    assert.deepEqual(cells[2], ["b.mp4", "20", "0", "–", "–", "b.mp4.eaf: there"]);
  });

  it("is how many were read, failed and lack their label files", () => {
    assert.deepEqual(predictionSentences(told), [
      "11 of 12 videos are read, the first 10 are shown.",
      "Videos that cannot be used: 1; `failed` lists them.",
      "Videos whose label files are not written: 1.",
      "Every frame: out.csv. Every video: out.clips.csv.",
    ]);
  });
});
