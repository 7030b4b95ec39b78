import type { Confusion } from "./compute/confusion.js";
import { type ConfusionLayout, confusionLayout } from "./confusionLayout.js";
import { colorScale } from "./drawing/colorScale.js";
import {
  cssColor,
  type Datasets,
  type Datum,
  type Layer,
  lines,
  rectangles,
  texts,
  type VegaLiteSpec,
} from "./drawing/layers.js";
import { fitText, percent, shortCount } from "./drawing/names.js";
import { pictureSpec } from "./drawing/picture.js";
import { letterOn } from "./emotionColors.js";
import type { Theme } from "./theme.js";

/** What a cell shows: clips, or their share of the row (recall) or of the column (precision). */
export type CellFigure = "count" | "row rate" | "column rate";

export interface ConfusionDrawing {
  readonly confusion: Confusion;
  readonly groupNames: readonly string[];
  readonly figure: CellFigure;
  readonly width: number;
  readonly theme: Theme;
  /** Truth and prediction of the cell that is selected. */
  readonly selected?: readonly [number, number];
  readonly description: string;
}

/** The confusion matrix as a Vega-Lite specification. */
export function confusionSpec(drawing: ConfusionDrawing): VegaLiteSpec {
  const layout = confusionLayout(drawing.confusion.classes, drawing.width);
  const { width, height } = layout;
  const datasets = confusionDatasets(drawing, layout);
  const { description, theme } = drawing;
  return pictureSpec({ width, height, layers: layers(layout, theme), datasets, description }, theme);
}

function layers(layout: ConfusionLayout, theme: Theme): Layer[] {
  const turned = { angle: -90, align: "left", baseline: "middle" };
  const tall = { size: { field: "size", type: "quantitative", scale: null } };
  return [
    rectangles("plates", { mark: { cornerRadius: 4, aria: false } }),
    rectangles("cells", {
      name: "cell",
      mark: { cornerRadius: 2, cursor: "pointer", strokeWidth: 1 },
      encoding: {
        stroke: cssColor("stroke"),
        description: { field: "description", type: "nominal" },
        tooltip: { field: "description", type: "nominal" },
      },
    }),
    texts("figures", { mark: { align: "center" }, encoding: { ...tall, fill: cssColor("ink") } }),
    texts("rowNames", { mark: { align: "right", fontSize: 12 } }),
    texts("columnNames", {
      mark: { fontSize: 12, ...(layout.turned ? turned : { align: "center" }) },
    }),
    lines("brackets", { mark: { stroke: theme.faintInk, strokeWidth: 1.5, aria: false } }),
    texts("rowGroups", {
      name: "rowGroup",
      mark: { align: "center", angle: -90, fontWeight: 600, cursor: "pointer" },
    }),
    texts("columnGroups", {
      name: "columnGroup",
      mark: { align: "center", fontWeight: 600, cursor: "pointer" },
    }),
    rectangles("bars", { mark: { aria: false } }),
    texts("barFigures", { mark: { align: "left" } }),
    texts("recallName", { mark: { fill: theme.faintInk, align: "left" } }),
    texts("precisionName", { mark: { fill: theme.faintInk, align: "right" } }),
    rectangles("selection", {
      mark: { aria: false, filled: false, strokeWidth: 3, stroke: theme.accent },
      encoding: { fill: cssColor("fill") },
    }),
  ];
}

/** The data of {@link confusionSpec}, apart so that a renderer can exchange it without drawing anew. */
export function confusionDatasets(drawing: ConfusionDrawing, layout: ConfusionLayout): Datasets {
  const { confusion, theme } = drawing;
  return {
    plates: plates(drawing, layout),
    ...cells(drawing, layout),
    rowNames: confusion.classes.map(({ name }, k) => ({
      x: layout.x[0] - 8,
      y: layout.y[k] + layout.cell / 2,
      text: fitText(name, layout.rowNames - 8, 12),
    })),
    columnNames: confusion.classes.map(({ name }, k) => ({
      x: layout.x[k] + layout.cell / 2,
      y: layout.y[0] - (layout.turned ? 6 : 10),
      text: fitText(name, layout.turned ? layout.columnNames - 8 : layout.cell - 2, 12),
    })),
    ...groups(drawing, layout),
    ...margins(confusion, layout, theme),
    selection: selection(drawing, layout),
  };
}

function plates({ confusion, theme }: ConfusionDrawing, { x, y, cell }: ConfusionLayout): Datum[] {
  return spans(confusion).flatMap(([firstRow, lastRow]) =>
    spans(confusion).map(([first, last]) => ({
      x: x[first] - 2,
      x2: x[last] + cell + 2,
      y: y[firstRow] - 2,
      y2: y[lastRow] + cell + 2,
      fill: first === firstRow ? theme.line : theme.plate,
    })),
  );
}

/** First and last class of each group. */
function spans({ classes }: Confusion): [number, number][] {
  const starts = [...classes.keys()].filter((k) => k === 0 || classes[k].group !== classes[k - 1].group);
  return starts.map((start, i) => [start, (starts[i + 1] ?? classes.length) - 1]);
}

/** Rate by which a cell is coloured: its share of the row, or of the column for column rates. */
export function cellRate(
  { counts, truths, predictions }: Confusion,
  figure: CellFigure,
  row: number,
  column: number,
): number {
  const whole = figure === "column rate" ? predictions[column] : truths[row];
  return whole > 0 ? counts[row][column] / whole : NaN;
}

function cells({ confusion, figure, theme }: ConfusionDrawing, { x, y, cell }: ConfusionLayout): Datasets {
  const fill = colorScale(theme.sequential);
  const all = confusion.counts.flatMap((row, truth) =>
    row.map((count, guess) => {
      const rate = cellRate(confusion, figure, truth, guess);
      const shown = count === 0 ? "" : figure === "count" ? shortCount(count) : percent(rate);
      const place = {
        x: x[guess] + 0.5,
        x2: x[guess] + cell - 0.5,
        y: y[truth] + 0.5,
        y2: y[truth] + cell - 0.5,
      };
      return { ...place, truth, guess, rate, shown, count };
    }),
  );
  return {
    cells: all.map((one) => ({
      ...one,
      fill: one.count === 0 ? "transparent" : fill(one.rate),
      stroke: theme.name === "high contrast" ? theme.line : one.count === 0 ? "transparent" : fill(one.rate),
      description: cellDescription(confusion, one.truth, one.guess),
    })),
    figures: all.map((one) => ({
      x: (one.x + one.x2) / 2,
      y: (one.y + one.y2) / 2,
      text: one.shown,
      size: figureSize(one.rate, cell),
      ink: one.count === 0 ? theme.ink : letterOn(fill(one.rate)),
    })),
  };
}

/** Figures grow with the rate, from 11 px to as much as three digits leave room for. */
function figureSize(rate: number, cell: number): number {
  const largest = Math.max(11, Math.min(20, cell * 0.42));
  return 11 + (largest - 11) * Math.sqrt(Number.isFinite(rate) ? rate : 0);
}

/** What a screen reader says of a cell, and a tooltip shows. */
export function cellDescription(confusion: Confusion, truth: number, guess: number): string {
  const { classes, counts } = confusion;
  const row = percent(cellRate(confusion, "row rate", truth, guess), 1);
  const column = percent(cellRate(confusion, "column rate", truth, guess), 1);
  const what = truth === guess ? "recognised" : `taken for ${classes[guess].name}`;
  const clips = counts[truth][guess] === 1 ? "1 clip" : `${counts[truth][guess]} clips`;
  return `${classes[truth].name}, ${what}: ${clips}, ${row} % of the row, ${column} % of the column`;
}

function groups({ confusion, groupNames }: ConfusionDrawing, layout: ConfusionLayout): Datasets {
  const { x, y, cell } = layout;
  const ends = spans(confusion);
  const name = (first: number, room: number) => {
    const { group, folded } = confusion.classes[first];
    return { group, text: fitText(`${folded ? "▸" : "▾"} ${groupNames[group]}`, Math.max(room, 24), 11) };
  };
  return {
    brackets: ends.flatMap(([first, last]) => [
      { x: x[first] + 2, x2: x[last] + cell - 2, y: 19, y2: 19 },
      { x: 19, x2: 19, y: y[first] + 2, y2: y[last] + cell - 2 },
    ]),
    columnGroups: ends.map(([first, last]) => ({
      x: (x[first] + x[last] + cell) / 2,
      y: 8,
      ...name(first, x[last] + cell - x[first]),
    })),
    rowGroups: ends.map(([first, last]) => ({
      x: 8,
      y: (y[first] + y[last] + cell) / 2,
      ...name(first, y[last] + cell - y[first]),
    })),
  };
}

function margins({ recall, precision }: Confusion, layout: ConfusionLayout, theme: Theme): Datasets {
  const { x, y, cell, right, bottom, bar } = layout;
  const thick = 4;
  const length = bar - 6;
  const recalls = recall.map((rate, k) => ({ rate, x: right + 6, y: y[k] + cell / 2 }));
  const precisions = precision.map((rate, k) => ({ rate, x: x[k] + 2, y: bottom + 6 }));
  const columnBar = cell - 4;
  return {
    bars: [
      ...recalls.flatMap((one) => [
        { x: one.x, x2: one.x + length, y: one.y + 7, y2: one.y + 7 + thick, fill: theme.plate },
        {
          x: one.x,
          x2: one.x + length * (one.rate || 0),
          y: one.y + 7,
          y2: one.y + 7 + thick,
          fill: theme.faintInk,
        },
      ]),
      ...precisions.flatMap((one) => [
        { x: one.x, x2: one.x + columnBar, y: one.y + 14, y2: one.y + 14 + thick, fill: theme.plate },
        {
          x: one.x,
          x2: one.x + columnBar * (one.rate || 0),
          y: one.y + 14,
          y2: one.y + 14 + thick,
          fill: theme.faintInk,
        },
      ]),
    ],
    barFigures: [...recalls, ...precisions].map((one, i) => ({
      x: one.x,
      y: i < recalls.length ? one.y - 1 : one.y + 6,
      text: percent(one.rate),
    })),
    recallName: [{ x: right + 6, y: y[0] - 10, text: "recall" }],
    precisionName: [{ x: x[0] - 8, y: bottom + 12, text: "precision" }],
  };
}

function selection({ selected, confusion }: ConfusionDrawing, { x, y, cell }: ConfusionLayout): Datum[] {
  if (selected === undefined) return [];
  const [truth, guess] = selected;
  if (truth >= confusion.classes.length || guess >= confusion.classes.length) return [];
  return [{ x: x[guess], x2: x[guess] + cell, y: y[truth], y2: y[truth] + cell, fill: "transparent" }];
}
