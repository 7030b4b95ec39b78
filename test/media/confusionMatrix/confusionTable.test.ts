import assert from "node:assert/strict";
import { confusionTable } from "../../../media/confusionMatrix/confusionTable.js";
import { confusionClasses, confusionOf } from "../../../kernel/metrics/confusion.js";
import { smallLabels } from "../smallClips.js";

/** By true emotion: 3 Happy (1 of them taken for Sad), 2 Sad (both taken for Angry), no Angry. */
const matrix = [
  [2, 1, 0],
  [0, 0, 2],
  [0, 0, 0],
];

describe("a confusion matrix as a table", () => {
  it("has the counts by truth, with recall in the last column and precision in the last row", () => {
    const { columns, rows } = confusionTable(confusionOf(matrix, confusionClasses(smallLabels)));
    assert.deepEqual(columns, ["truth", "Happy", "Sad", "Angry", "recall"]);
    assert.deepEqual(rows, [
      ["Happy", 2, 1, 0, 0.6667],
      ["Sad", 0, 0, 2, 0],
      ["Angry", 0, 0, 0, null],
      ["precision", 1, 0, 0, null],
    ]);
  });

  it("is shown with the rates that the cells of the view have", () => {
    const { shown, rows } = confusionTable(confusionOf(matrix, confusionClasses(smallLabels)));
    const words = (row: number, column: number) => shown!(Number(rows[row][column]), column, row);
    assert.deepEqual([words(0, 4), words(3, 1), words(0, 1)], ["67 %", "100 %", "2"]);
  });

  it("has a folded group as one row and column", () => {
    const folded = confusionOf(matrix, confusionClasses(smallLabels, new Set([1])));
    assert.deepEqual(confusionTable(folded).rows, [
      ["Happy", 2, 1, 0.6667],
      ["Negative", 0, 2, 1],
      ["precision", 1, 0.6667, null],
    ]);
  });
});
