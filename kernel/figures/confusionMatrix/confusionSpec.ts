import type { Confusion } from "../../metrics/confusion.js";
import { type CellDrawing, cellFaces } from "./confusionCells.js";
import { type ConfusionLayout, confusionLayout } from "./confusionLayout.js";
import {
  cssColor,
  type Datasets,
  type Datum,
  type Layer,
  lines,
  rectangles,
  texts,
  type VegaLiteSpec,
} from "../drawing/layers.js";
import { fitNames, fitText, percent, points, textWidth } from "../drawing/labelText.js";
import { pictureSpec } from "../drawing/picture.js";
import type { Theme } from "../theme.js";
import { worded } from "../../words/words.js";

export interface ConfusionDrawing extends CellDrawing {
  readonly groupNames: readonly string[];
  readonly width: number;
  /** Truth and prediction of the selected cell. */
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
    texts("precisionChanges", { mark: { align: "center" } }),
    texts("recallName", { mark: { fill: theme.faintInk, align: "left" } }),
    texts("precisionName", { mark: { fill: theme.faintInk, align: "right" } }),
    rectangles("selection", {
      mark: { aria: false, filled: false, strokeWidth: 3, stroke: theme.accent },
      encoding: { fill: cssColor("fill") },
    }),
  ];
}

/** The data of {@link confusionSpec}, separate so that a renderer can replace it without redrawing. */
export function confusionDatasets(drawing: ConfusionDrawing, layout: ConfusionLayout): Datasets {
  const { confusion } = drawing;
  const names = confusion.classes.map(({ name }) => name);
  return {
    plates: plates(drawing, layout),
    ...cells(drawing, layout),
    rowNames: fitNames(names, layout.rowNames - 8, 12).map((text, k) => ({
      x: layout.x[0] - 8,
      y: layout.y[k] + layout.cell / 2,
      text,
    })),
    columnNames: fitNames(names, layout.turned ? layout.columnNames - 8 : layout.cell - 2, 12).map(
      (text, k) => ({ x: layout.x[k] + layout.cell / 2, y: layout.y[0] - (layout.turned ? 6 : 10), text }),
    ),
    ...groups(drawing, layout),
    ...margins(drawing, layout),
    selection: selection(drawing, layout),
  };
}

/** A plate behind each block; blocks on the diagonal, where errors stay within a group, are outlined. */
function plates({ confusion, theme }: ConfusionDrawing, { x, y, cell }: ConfusionLayout): Datum[] {
  const ends = spans(confusion);
  return ends.flatMap(([firstRow, lastRow]) =>
    ends.flatMap(([first, last]) => {
      const block = (around: number, fill: string) => ({
        x: x[first] - around,
        x2: x[last] + cell + around,
        y: y[firstRow] - around,
        y2: y[lastRow] + cell + around,
        fill,
      });
      const plate = block(1, theme.plate);
      return first === firstRow ? [block(2.5, theme.line), plate] : [plate];
    }),
  );
}

/** First and last class of each group. */
function spans({ classes }: Confusion): [number, number][] {
  const starts = [...classes.keys()].filter((k) => k === 0 || classes[k].group !== classes[k - 1].group);
  return starts.map((start, i) => [start, (starts[i + 1] ?? classes.length) - 1]);
}

function cells(drawing: ConfusionDrawing, { x, y, cell }: ConfusionLayout): Datasets {
  const { confusion, theme } = drawing;
  const faceOf = cellFaces(drawing);
  const all = confusion.counts.flatMap((row, truth) =>
    row.map((count, guess) => {
      const place = {
        x: x[guess] + 0.5,
        x2: x[guess] + cell - 0.5,
        y: y[truth] + 0.5,
        y2: y[truth] + cell - 0.5,
      };
      return { place, truth, guess, count, face: faceOf(truth, guess) };
    }),
  );
  return {
    cells: all.map(({ place, truth, guess, count, face: { fill, description } }) => {
      const stroke = theme.name === "high contrast" ? theme.line : fill;
      return { ...place, truth, guess, count, fill, stroke, description };
    }),
    figures: all.map(({ place, face: { text, ink, size } }) => ({
      x: (place.x + place.x2) / 2,
      y: (place.y + place.y2) / 2,
      text,
      ink,
      size: 11 + (Math.max(11, Math.min(20, cell * 0.42)) - 11) * Math.sqrt(size),
    })),
  };
}

function groups({ confusion, groupNames }: ConfusionDrawing, layout: ConfusionLayout): Datasets {
  const { x, y, cell } = layout;
  const ends = spans(confusion);
  const name = (first: number, room: number) => {
    const { group, folded } = confusion.classes[first];
    return { group, text: groupLabel(groupNames[group], folded, room) };
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

/** With the folding sign if it fits next to the name; over one narrow cell, the first letters. */
function groupLabel(name: string, folded: boolean, room: number): string {
  const signed = `${folded ? "▸" : "▾"} ${name}`;
  if (textWidth(signed) <= room || room > 60) return fitText(signed, room);
  if (textWidth(name) <= room + 4) return name;
  return room > 40 ? fitText(name, room) : [...name].slice(0, 3).join("");
}

function margins(drawing: ConfusionDrawing, layout: ConfusionLayout): Datasets {
  const { confusion, base, theme } = drawing;
  const { x, y, cell, right, bottom, bar } = layout;
  const lengths = [bar - 6, cell - 4];
  const rows = confusion.recall.map((rate, k) => ({
    rate,
    before: base?.recall[k],
    x: right + 6,
    y: y[k] + cell / 2 - 1,
    length: lengths[0],
  }));
  const columns = confusion.precision.map((rate, k) => ({
    rate,
    before: base?.precision[k],
    x: x[k] + 2,
    y: bottom + 12,
    length: lengths[1],
  }));
  const figure = ({ x: at, y: height, rate, before }: (typeof rows)[number]) => ({
    x: at,
    y: height,
    text: before === undefined ? percent(rate) : points(rate - before),
  });
  /** In narrow columns, every other number is placed lower, where there is no bar. */
  const place = ({ x: left, y: top, length }: (typeof columns)[number], k: number) => ({
    x: left + length / 2,
    y: cell < 32 && k % 2 === 1 ? top + 13 : top,
  });
  const barred = base ? [] : [...rows, ...columns];
  return {
    bars: barred.flatMap((one) => marginBar(one, theme)),
    barFigures: [...rows, ...(base ? [] : columns)].map(figure),
    precisionChanges: base ? columns.map((one, k) => ({ ...figure(one), ...place(one, k) })) : [],
    recallName: [{ x: right + 6, y: y[0] - 10, text: worded("recall") }],
    precisionName: [{ x: x[0] - 8, y: bottom + 12, text: worded("precision") }],
  };
}

function marginBar(one: { rate: number; x: number; y: number; length: number }, theme: Theme): Datum[] {
  const track = { x: one.x, x2: one.x + one.length, y: one.y + 8, y2: one.y + 12, fill: theme.plate };
  return [track, { ...track, x2: one.x + one.length * (one.rate || 0), fill: theme.faintInk }];
}

function selection({ selected, confusion }: ConfusionDrawing, { x, y, cell }: ConfusionLayout): Datum[] {
  if (selected === undefined) return [];
  const [truth, guess] = selected;
  if (truth >= confusion.classes.length || guess >= confusion.classes.length) return [];
  return [{ x: x[guess], x2: x[guess] + cell, y: y[truth], y2: y[truth] + cell, fill: "transparent" }];
}
