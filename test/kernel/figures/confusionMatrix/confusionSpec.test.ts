import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import {
  type ConfusionDrawing,
  confusionSpec,
} from "../../../../kernel/figures/confusionMatrix/confusionSpec.js";
import { highContrastTheme, lightTheme } from "../../../../kernel/figures/theme.js";
import { confusionClasses, confusionOf } from "../../../../kernel/metrics/confusion.js";

/** Emotion i has i + 1 clips, one of which is taken for Happy. */
const counts = dfewLabels.emotions.map((_, i) =>
  dfewLabels.emotions.map((_emotion, k) => (k === i ? i : 0) + (k === 0 ? 1 : 0)),
);
const matrix = (...folded: number[]) => confusionOf(counts, confusionClasses(dfewLabels, new Set(folded)));
const groupNames = dfewLabels.groups.map(({ name }) => name);

function drawn(change: Partial<ConfusionDrawing> = {}) {
  const drawing = {
    confusion: matrix(),
    figure: "count",
    theme: lightTheme,
    groupNames,
    width: 700,
  } as const;
  return confusionSpec({ ...drawing, description: "A matrix", ...change }).datasets;
}
const texts = (data: readonly Readonly<Record<string, unknown>>[]) => data.map(({ text }) => text);

describe("the drawing of a confusion matrix", () => {
  it("has a cell for each pair of classes with its number in the middle", () => {
    const { cells, figures } = drawn();
    assert.equal(cells.length, 49);
    // in the order of the groups: Happy, Surprise, ...
    const { truth, guess, count, ...place } = cells[7] as Record<string, number>;
    assert.deepEqual([truth, guess, count, figures[7].text], [1, 0, 1, "1"]);
    assert.deepEqual([figures[7].x, figures[7].y], [(place.x + place.x2) / 2, (place.y + place.y2) / 2]);
  });

  it("names rows, columns and groups, with a sign for those that are folded", () => {
    const { rowNames, columnNames, rowGroups, columnGroups } = drawn({ confusion: matrix(2) });
    const names = ["Happy", "Surprise", "Neutral", "Negative"];
    assert.deepEqual(texts(rowNames), names);
    assert.equal(columnNames.length, 4);
    assert.match(String(rowGroups[0].text), /^▾ /);
    assert.deepEqual(
      columnGroups.map(({ group }) => group),
      [0, 1, 2],
    );
    const folded = confusionSpec({
      ...{ confusion: matrix(0, 1, 2), figure: "count", theme: lightTheme, groupNames: ["+", "0", "-"] },
      ...{ width: 700, description: "" },
    }).datasets;
    assert.deepEqual(texts(folded.columnGroups), ["▸ +", "▸ 0", "▸ -"]);
  });

  it("puts a plate behind each block, with an outline where errors stay within the group", () => {
    const { plates, brackets } = drawn();
    assert.equal(plates.filter(({ fill }) => fill === lightTheme.plate).length, 9);
    assert.equal(plates.filter(({ fill }) => fill === lightTheme.line).length, 3);
    assert.equal(brackets.length, 6);
  });

  it("shows recall and precision as bars with their figures", () => {
    const { bars, barFigures, precisionChanges } = drawn();
    assert.equal(bars.length, 2 * 2 * 7);
    // Surprise: 4 of 5 recognised; Happy was said 7 times and right once
    assert.deepEqual([barFigures[1].text, barFigures[7].text], ["80", "14"]);
    const [track, bar] = bars.slice(2, 4) as Record<string, number>[];
    assert.ok(Math.abs((bar.x2 - bar.x) / (track.x2 - track.x) - 0.8) < 1e-12);
    assert.deepEqual(precisionChanges, []);
  });

  it("shows how both change, without bars, when a base is subtracted", () => {
    const right = confusionOf(
      counts.map((row, i) => row.map((_, k) => (i === k ? 1 : 0))),
      confusionClasses(dfewLabels),
    );
    const { bars, barFigures, precisionChanges } = drawn({ base: right });
    assert.deepEqual(bars, []);
    assert.deepEqual([barFigures[1].text, precisionChanges[0].text], ["−20", "−86"]);
    assert.equal(barFigures.length, 7);
  });

  it("marks the cell that is selected, and none that a folded matrix has not", () => {
    const { selection, cells } = drawn({ selected: [1, 2] });
    const cell = cells.find(({ truth, guess }) => truth === 1 && guess === 2)!;
    assert.deepEqual([selection[0].x, selection[0].y], [Number(cell.x) - 0.5, Number(cell.y) - 0.5]);
    assert.deepEqual(drawn().selection, []);
    for (const selected of [
      [6, 0],
      [0, 6],
    ] as const) {
      assert.deepEqual(drawn({ selected, confusion: matrix(2) }).selection, []);
    }
  });

  it("outlines every cell where contrast is high, so that empty ones stay visible", () => {
    const strokes = new Set(drawn({ theme: highContrastTheme }).cells.map(({ stroke }) => stroke));
    assert.deepEqual([...strokes], [highContrastTheme.line]);
    assert.ok(drawn().cells.every(({ stroke, fill }) => stroke === fill));
  });
});
