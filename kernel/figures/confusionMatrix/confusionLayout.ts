import type { ConfusionClass } from "../../metrics/confusion.js";
import { textWidth } from "../drawing/labelText.js";

/** The layout of a confusion matrix, in pixels. */
export interface ConfusionLayout {
  readonly width: number;
  readonly height: number;
  /** Side of a cell. */
  readonly cell: number;
  /** Left edge of each column; the top edge of row k is `y[k]`. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly bracketX: number;
  readonly bracketY: number;
  /** Space for row names, left of the matrix, and column names, above it. */
  readonly rowNames: number;
  readonly columnNames: number;
  /** Column names are vertical when they do not fit over their cells. */
  readonly turned: boolean;
  readonly right: number;
  readonly bottom: number;
  /** Length of the bars in the margins. */
  readonly bar: number;
}

const bracket = 22;
const groupGap = 6;
const smallestCell = 24;
const largestCell = 58;

/** Lays the matrix out in `width` pixels; wider only when the cells would become too small to read. */
export function confusionLayout(classes: readonly ConfusionClass[], width: number): ConfusionLayout {
  const longest = Math.max(...classes.map((one) => textWidth(one.name, 12)), 24);
  const rowNames = Math.min(longest + 12, width < 420 ? 60 : 130);
  const bar = width < 420 ? 32 : 56;
  const gaps = classes.filter((one, k) => k > 0 && one.group !== classes[k - 1].group).length * groupGap;
  const room = width - bracket - rowNames - bar - gaps - 6;
  const cell = Math.floor(Math.max(smallestCell, Math.min(largestCell, room / classes.length)));
  const turned = longest > cell - 4;
  const columnNames = turned ? Math.min(longest + 8, 96) : 20;
  const steps = positions(classes, cell);
  const side = steps.at(-1)! + cell;
  const left = bracket + rowNames;
  const top = bracket + columnNames;
  return {
    width: Math.ceil(left + side + 6 + bar),
    height: Math.ceil(top + side + 6 + 34),
    cell,
    x: steps.map((step) => left + step),
    y: steps.map((step) => top + step),
    bracketX: 0,
    bracketY: 0,
    rowNames,
    columnNames,
    turned,
    right: left + side,
    bottom: top + side,
    bar,
  };
}

function positions(classes: readonly ConfusionClass[], cell: number): number[] {
  let at = 0;
  return classes.map((one, k) => {
    if (k > 0) at += cell + (one.group === classes[k - 1].group ? 0 : groupGap);
    return at;
  });
}
