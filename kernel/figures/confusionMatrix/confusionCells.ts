import type { Confusion } from "../../metrics/confusion.js";
import { colorScale } from "../drawing/colorScale.js";
import { percent, points, shortCount } from "../drawing/labelText.js";
import { letterOn } from "../emotionColors.js";
import type { Theme } from "../theme.js";
import { worded, wordedCount } from "../../words/words.js";

/** What a cell shows: clips, or their share of the row (recall) or of the column (precision). */
export type CellFigure = "count" | "row rate" | "column rate";

export interface CellDrawing {
  readonly confusion: Confusion;
  /** Subtracted from the matrix: cells then show differences in points. Must have the same classes. */
  readonly base?: Confusion;
  readonly figure: CellFigure;
  readonly theme: Theme;
}

/** The appearance of one cell. */
export interface CellFace {
  readonly fill: string;
  readonly ink: string;
  readonly text: string;
  /** 0..1, the relative size of the number. */
  readonly size: number;
  /** Text for screen readers and tooltips. */
  readonly description: string;
}

/** The appearance of each cell by truth and prediction. */
export function cellFaces(drawing: CellDrawing): (truth: number, guess: number) => CellFace {
  return drawing.base ? differenceFaces({ ...drawing, base: drawing.base }) : plainFaces(drawing);
}

/** The rate that sets a cell's colour: its share of the row, or of the column for column rates. */
export function cellRate(
  { counts, truths, predictions }: Confusion,
  figure: CellFigure,
  row: number,
  column: number,
): number {
  const whole = figure === "column rate" ? predictions[column] : truths[row];
  return whole > 0 ? counts[row][column] / whole : NaN;
}

function plainFaces({ confusion, figure, theme }: CellDrawing): (truth: number, guess: number) => CellFace {
  const color = colorScale(theme.sequential);
  return (truth, guess) => {
    const count = confusion.counts[truth][guess];
    const rate = cellRate(confusion, figure, truth, guess);
    const fill = count === 0 ? "transparent" : color(rate);
    return {
      fill,
      ink: count === 0 ? theme.ink : letterOn(fill),
      text: count === 0 ? "" : figure === "count" ? shortCount(count) : percent(rate),
      size: Number.isFinite(rate) ? rate : 0,
      description: cellDescription(confusion, truth, guess),
    };
  };
}

/** Differences of rates saturate at 30 points, so that the usual small ones remain distinguishable. */
const widest = 0.3;

function differenceFaces(
  drawing: CellDrawing & { base: Confusion },
): (truth: number, guess: number) => CellFace {
  const { confusion, base, theme } = drawing;
  const figure = drawing.figure === "count" ? "row rate" : drawing.figure;
  const color = colorScale(theme.diverging);
  return (truth, guess) => {
    const [after, before] = [confusion, base].map((one) => cellRate(one, figure, truth, guess) || 0);
    const difference = after - before;
    const text = points(difference);
    const none = text === "0";
    const fill = none ? "transparent" : color(0.5 + difference / widest / 2);
    const values = [
      cellName(confusion, truth, guess),
      ...[points(difference, 1), percent(before, 1), percent(after, 1)],
    ];
    return {
      fill,
      ink: none ? theme.ink : letterOn(fill),
      text: none ? "" : text,
      size: Math.min(1, Math.abs(difference) / widest),
      description:
        figure === "row rate"
          ? worded("{0}: {1} points, from {2} % to {3} % of the row", ...values)
          : worded("{0}: {1} points, from {2} % to {3} % of the column", ...values),
    };
  };
}

/** Screen reader text for a cell of one matrix. */
export function cellDescription(confusion: Confusion, truth: number, guess: number): string {
  const count = confusion.counts[truth][guess];
  const row = percent(cellRate(confusion, "row rate", truth, guess), 1);
  const column = percent(cellRate(confusion, "column rate", truth, guess), 1);
  return wordedCount(
    count,
    "{1}: {0} clip, {2} % of the row, {3} % of the column",
    "{1}: {0} clips, {2} % of the row, {3} % of the column",
    ...[cellName(confusion, truth, guess), row, column],
  );
}

/** "Sad, recognised" or "Sad, taken for Happy". */
export function cellName({ classes }: Confusion, truth: number, guess: number): string {
  if (truth === guess) return worded("{0}, recognised", classes[truth].name);
  return worded("{0}, taken for {1}", classes[truth].name, classes[guess].name);
}
