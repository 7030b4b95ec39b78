import assert from "node:assert/strict";
import {
  binDatasets,
  binSentence,
  reliabilityColors,
} from "../../../../kernel/figures/calibration/reliabilityBins.js";
import { darkTheme, highContrastTheme, lightTheme } from "../../../../kernel/figures/theme.js";

const place = { left: 10, top: 20, width: 200, height: 100, floor: 180, strip: 40 };
const bins = [
  { from: 0, to: 0.5, clips: 10, confidence: 0.4, accuracy: 0.7 },
  { from: 0.5, to: 0.75, clips: 0, confidence: NaN, accuracy: NaN },
  { from: 0.75, to: 1, clips: 5, confidence: 0.9, accuracy: 0.6 },
];

describe("the bins of a reliability diagram", () => {
  const drawn = binDatasets(bins, place, lightTheme);
  const { right, tooSure, tooUnsure } = reliabilityColors(lightTheme);

  it("have a bar up to what is claimed and right, and a gap from there to the other", () => {
    // 100 % is at y 20, 0 % at y 120
    const spans = (name: string) =>
      drawn[name].map(({ y, y2, fill }) => [Math.round(y as number), Math.round(y2 as number), fill]);
    assert.deepEqual(spans("bars"), [
      [80, 120, right],
      [60, 120, right],
    ]);
    assert.deepEqual(spans("gaps"), [
      [50, 80, tooUnsure],
      [30, 60, tooSure],
    ]);
    assert.deepEqual(
      drawn.bars.map(({ x, x2 }) => [x, x2]),
      [
        [10.5, 109.5],
        [160.5, 209.5],
      ],
    );
  });

  it("have the numbers of their clips below, the highest as high as the strip", () => {
    assert.deepEqual(
      drawn.counts.map(({ y, y2 }) => [y, y2]),
      [
        [140, 180],
        [160, 180],
      ],
    );
    assert.deepEqual(
      drawn.numbers.map(({ text }) => text),
      ["10", "5"],
    );
    const narrow = binDatasets(bins, { ...place, width: 40 }, lightTheme);
    assert.deepEqual(
      narrow.numbers.map(({ text }) => text),
      ["10"],
    );
  });

  it("are described in words", () => {
    const words = "Confidence 75.0 to 100.0 %: 5 clips, mean confidence 90.0 %, right 60.0 %";
    assert.equal(binSentence(bins[2]), words);
    assert.equal(drawn.bins[1].description, words);
  });

  it("have three colours in every theme", () => {
    for (const theme of [lightTheme, darkTheme, highContrastTheme])
      assert.equal(new Set([...Object.values(reliabilityColors(theme)), theme.paper]).size, 4);
  });
});
