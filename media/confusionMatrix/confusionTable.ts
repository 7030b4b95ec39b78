import type { Confusion } from "../../kernel/metrics/confusion.js";
import { percent } from "../../kernel/figures/drawing/labelText.js";
import type { DataTable } from "../view/dataTable.js";
import { worded } from "../../kernel/words/words.js";

/** Counts by true (rows) and predicted class, with recall and precision as rates. */
export function confusionTable({ classes, counts, recall, precision }: Confusion): DataTable {
  const rate = (value: number) => (Number.isFinite(value) ? Math.round(value * 1e4) / 1e4 : null);
  return {
    caption: worded("Clips by truth (rows) and prediction (columns)"),
    columns: [worded("truth"), ...classes.map(({ name }) => name), worded("recall")],
    shown: (value, column, row) =>
      column > classes.length || row === classes.length ? `${percent(value)} %` : String(value),
    rows: [
      ...counts.map((row, k) => [classes[k].name, ...row, rate(recall[k])]),
      [worded("precision"), ...precision.map(rate), null],
    ],
  };
}
