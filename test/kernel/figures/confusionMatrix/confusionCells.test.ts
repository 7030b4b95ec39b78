import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import {
  cellFaces,
  cellRate,
  type CellFigure,
} from "../../../../kernel/figures/confusionMatrix/confusionCells.js";
import { darkTheme, lightTheme } from "../../../../kernel/figures/theme.js";
import { confusionClasses, confusionOf } from "../../../../kernel/metrics/confusion.js";

/** A matrix of the three sentiment groups, which are folded so that it stays small. */
function matrix(...counts: number[][]) {
  const classes = confusionClasses(dfewLabels, new Set([0, 1, 2]));
  const all = dfewLabels.emotions.map((_, row) =>
    dfewLabels.emotions.map((_emotion, column) => {
      const [truth, guess] = [[0, 2, 1].indexOf(row), [0, 2, 1].indexOf(column)];
      return truth < 0 || guess < 0 ? 0 : counts[truth][guess];
    }),
  );
  return confusionOf(all, classes);
}
const confusion = matrix([3, 1, 0], [0, 0, 0], [1, 1, 6]);
const faces = (figure: CellFigure) => cellFaces({ confusion, figure, theme: lightTheme });

describe("the rate of a cell", () => {
  it("is its share of the row or of the column, and none where that is empty", () => {
    assert.equal(cellRate(confusion, "row rate", 0, 1), 1 / 4);
    assert.equal(cellRate(confusion, "count", 0, 1), 1 / 4);
    assert.equal(cellRate(confusion, "column rate", 0, 1), 1 / 2);
    assert.ok(Number.isNaN(cellRate(confusion, "row rate", 1, 0)));
  });
});

describe("a cell of a confusion matrix", () => {
  it("shows clips or a rate in percent, and nothing where there is no clip", () => {
    const text = (figure: CellFigure) => [0, 1, 2].map((guess) => faces(figure)(0, guess).text);
    assert.deepEqual(text("count"), ["3", "1", ""]);
    assert.deepEqual(text("row rate"), ["75", "25", ""]);
    assert.deepEqual(text("column rate"), ["75", "50", ""]);
  });

  it("is the darker the higher its rate, and has no colour where there is no clip", () => {
    const [high, low, none] = [0, 1, 2].map((guess) => faces("count")(0, guess));
    assert.notEqual(high.fill, low.fill);
    assert.ok(high.size > low.size);
    assert.deepEqual([high.ink, low.ink], ["#ffffff", "#000000"], "numbers contrast with their cell");
    assert.deepEqual([none.fill, none.ink, none.size], ["transparent", lightTheme.ink, 0]);
    assert.equal(faces("count")(1, 0).size, 0, "an empty row has no rate");
  });

  it("is described in words, one clip in the singular", () => {
    assert.equal(
      faces("count")(0, 0).description,
      "Positive, recognised: 3 clips, 75.0 % of the row, 75.0 % of the column",
    );
    assert.equal(
      faces("row rate")(0, 1).description,
      "Positive, taken for Neutral: 1 clip, 25.0 % of the row, 50.0 % of the column",
    );
  });
});

describe("a cell of the difference of two matrices", () => {
  const base = matrix([2, 2, 0], [0, 0, 0], [1, 1, 6]);
  const difference = (figure: CellFigure, of = confusion, before = base) =>
    cellFaces({ confusion: of, base: before, figure, theme: darkTheme });

  it("shows points of the row, also where counts are shown otherwise, or of the column", () => {
    for (const figure of ["count", "row rate"] as const) {
      assert.deepEqual(
        [0, 1, 2].map((guess) => difference(figure)(0, guess).text),
        ["+25", "−25", ""],
      );
    }
    const { text, description } = difference("column rate")(0, 0);
    assert.equal(text, "+8", "3 of 4 against 2 of 3");
    assert.equal(description, "Positive, recognised: +8.3 points, from 66.7 % to 75.0 % of the column");
  });

  it("has no colour where nothing changes, and the fullest from 30 points on", () => {
    assert.equal(difference("count")(2, 2).fill, "transparent");
    const [all, none, some] = [
      matrix([4, 0, 0], [0, 0, 0], [0, 0, 1]),
      matrix([0, 4, 0], [0, 0, 0], [0, 0, 1]),
      confusion,
    ];
    const face = (of: typeof all, before: typeof all) => difference("count", of, before)(0, 0);
    assert.equal(face(all, none).fill, face(some, none).fill, "100 and 75 points more");
    assert.notEqual(face(none, all).fill, face(all, none).fill);
    assert.deepEqual([face(all, none).size, face(none, all).size], [1, 1]);
    assert.ok(Math.abs(face(all, some).size - 0.25 / 0.3) < 1e-12);
  });

  it("takes a row without clips for one of zeros", () => {
    const { text, description } = difference("count", matrix([4, 0, 0], [0, 1, 0], [0, 0, 1]))(1, 1);
    assert.equal(text, "+100");
    assert.match(description, /\+100\.0 points, from 0\.0 % to 100\.0 %/);
  });
});
