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
      [81, 120, right], // a pixel below the gap is free
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

  it("stand out from the paper, and the line of right answers from its bar, in every theme (WCAG 2.2, 1.4.11)", () => {
    for (const theme of [lightTheme, darkTheme, highContrastTheme]) {
      const colors = Object.values(reliabilityColors(theme));
      assert.equal(new Set(colors).size, 3);
      for (const color of colors) assert.ok(contrast(color, theme.paper) >= 3, `${theme.name}: ${color}`);
      assert.ok(contrast(theme.ink, reliabilityColors(theme).right) >= 3, theme.name);
    }
  });
});

/** The contrast of two colours "#rrggbb", 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark, light] = [one, other].map(luminance).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
