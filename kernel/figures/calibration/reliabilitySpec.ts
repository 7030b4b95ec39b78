import type { CalibrationFigures } from "../../metrics/calibrationFigures.js";
import { textWidth } from "../drawing/labelText.js";
import {
  type Datasets,
  type Datum,
  type Layer,
  lines,
  rectangles,
  texts,
  type VegaLiteSpec,
} from "../drawing/layers.js";
import { pictureSpec } from "../drawing/picture.js";
import type { Theme } from "../theme.js";
import { binDatasets, reliabilityColors } from "./reliabilityBins.js";
import { type PanelPlace, reliabilityLayout } from "./reliabilityLayout.js";

export interface ReliabilityPanel {
  /** Above the plot; empty where there is only one. */
  readonly title: string;
  readonly figures: CalibrationFigures;
}

export interface ReliabilityDrawing {
  /** One, or two beside each other: unscaled and scaled. */
  readonly panels: readonly ReliabilityPanel[];
  readonly width: number;
  readonly theme: Theme;
  readonly description: string;
}

/** Reliability diagrams (Guo et al. 2017) above the numbers of clips, as a Vega-Lite specification. */
export function reliabilitySpec({ panels, width, theme, description }: ReliabilityDrawing): VegaLiteSpec {
  const layout = reliabilityLayout(panels.length, width);
  const datasets = joined([
    keyOf(theme),
    ...panels.map((panel, i) => panelDatasets(panel, layout.panels[i], i === 0, theme)),
  ]);
  return pictureSpec({ ...layout, layers: layers(theme), datasets, description }, theme);
}

function layers(theme: Theme): Layer[] {
  return [
    lines("grid", { mark: { stroke: theme.line, strokeOpacity: 0.6, aria: false } }),
    rectangles("bars", { mark: { aria: false } }),
    rectangles("gaps", { mark: { aria: false } }),
    lines("right", { mark: { stroke: theme.ink, strokeWidth: 2, aria: false } }),
    lines("diagonal", { mark: { stroke: theme.paper, strokeWidth: 3.5, aria: false } }),
    lines("diagonal", { mark: { stroke: theme.ink, strokeDash: [5, 4], strokeWidth: 1.25, aria: false } }),
    rectangles("counts", { mark: { aria: false } }),
    lines("floors", { mark: { stroke: theme.faintInk, aria: false } }),
    texts("numbers", { mark: { align: "center", fill: theme.ink } }),
    texts("sideTicks", { mark: { align: "right", fill: theme.faintInk } }),
    texts("ticks", { mark: { align: "center", fill: theme.faintInk } }),
    texts("names", { mark: { align: "left", fill: theme.faintInk } }),
    texts("endNames", { mark: { align: "right", fill: theme.faintInk } }),
    texts("titles", { mark: { align: "right", fontSize: 12, fontWeight: 600, fill: theme.ink } }),
    rectangles("swatches", { mark: { aria: false, cornerRadius: 2 } }),
    texts("key", { mark: { align: "left", fill: theme.ink } }),
    rectangles("bins", {
      name: "bin",
      mark: { fillOpacity: 0 },
      encoding: {
        description: { field: "description", type: "nominal" },
        tooltip: { field: "description", type: "nominal" },
      },
    }),
  ];
}

const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];

function panelDatasets(
  { title, figures }: ReliabilityPanel,
  place: PanelPlace,
  first: boolean,
  theme: Theme,
): Datasets {
  const { left, top, width, height, floor, strip } = place;
  const right = left + width;
  const bottom = top + height;
  const across = (y: number) => ({ x: left, x2: right, y, y2: y });
  return {
    ...binDatasets(figures.bins, place, theme),
    grid: ticks.slice(1).map((share) => across(bottom - share * height)),
    floors: [bottom, floor].map(across),
    diagonal: [{ x: left, x2: right, y: bottom, y2: top }],
    ticks: ticks.map((share) => ({ x: left + share * width, y: floor + 12, text: String(100 * share) })),
    sideTicks: first
      ? [
          ...ticks.map((share) => ({ x: left - 8, y: bottom - share * height, text: String(100 * share) })),
          { x: left - 8, y: floor - strip / 2, text: "clips" },
        ]
      : [],
    names: first ? [{ x: 0, y: top - 16, text: "right answers, %" }] : [],
    endNames: [{ x: right, y: floor + 28, text: "confidence, %" }],
    titles: title === "" ? [] : [{ x: right, y: top - 16, text: title }],
  };
}

/** What the colours mean, in a line above the diagrams; the share that is right is a line wherever it ends. */
function keyOf(theme: Theme): Datasets {
  const { right, tooSure, tooUnsure } = reliabilityColors(theme);
  const entries = [
    ["right answers", right],
    ["surer than right", tooSure],
    ["less sure than right", tooUnsure],
  ] as const;
  let x = 0;
  const places = entries.map(([text, fill]) => {
    const start = x;
    x += 18 + textWidth(text) + 16;
    return { start, text, fill };
  });
  return {
    swatches: places.map(({ start, fill }) => ({ x: start, x2: start + 12, y: 3, y2: 15, fill })),
    right: [{ x: 0, x2: 12, y: 3, y2: 3 }],
    diagonal: [{ x, x2: x + 22, y: 9, y2: 9 }],
    key: [
      ...places.map(({ start, text }) => ({ x: start + 18, y: 9.5, text })),
      { x: x + 28, y: 9.5, text: "as sure as right" },
    ],
  };
}

/** The data of all diagrams together, by layer. */
function joined(all: readonly Datasets[]): Datasets {
  const names = [...new Set(all.flatMap((datasets) => Object.keys(datasets)))];
  return Object.fromEntries(
    names.map((name): [string, Datum[]] => [name, all.flatMap((datasets) => datasets[name] ?? [])]),
  );
}
