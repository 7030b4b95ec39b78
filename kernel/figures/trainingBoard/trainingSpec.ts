import { termNames } from "../compute/training.js";
import type { Datum, VegaLiteSpec } from "../drawing/layers.js";
import type { TrainingBoardPayload } from "../../contracts/payloads/trainingBoard.js";
import type { Theme } from "../theme.js";
import { knowsSentiment, lastEpoch, rateNames, trainingDatasets } from "./trainingData.js";

export interface TrainingDrawing {
  readonly payload: TrainingBoardPayload;
  /** One stacked area of all terms instead of one small chart per term. */
  readonly stacked: boolean;
  readonly width: number;
  readonly theme: Theme;
}

/** Colours that differ for every type of colour vision (Okabe and Ito, 2008), for stacked terms. */
export const termColors = [
  "#0072b2",
  "#e69f00",
  "#009e73",
  "#cc79a7",
  "#56b4e9",
  "#d55e00",
  "#999999",
  "#f0e442",
];

/** Numbers that would not fit beside an axis are shown as powers of ten. */
const shortNumbers =
  "abs(datum.value) >= 1e4 || (datum.value != 0 && abs(datum.value) < 1e-3) ? format(datum.value, '.1~e') : datum.label";
const axis = { tickCount: 4, grid: true };
const axisWidth = 44;
/** Room for "UAR 100.0" or "sentiment 100.0" at the end of a line, even in a wide font. */
const [rateLabelWidth, sentimentLabelWidth] = [72, 100];

/** Loss terms left, rates right; stacked vertically on narrow pages. */
export function trainingSpec(drawing: TrainingDrawing): VegaLiteSpec {
  const { theme, width } = drawing;
  const narrow = width < 560;
  const left = narrow ? width - axisWidth - 8 : Math.round(width * 0.54) - axisWidth;
  const labels = knowsSentiment(drawing.payload) ? sentimentLabelWidth : rateLabelWidth;
  const right = narrow ? width - axisWidth - labels : width - left - 2 * axisWidth - 36 - labels;
  const parts = [
    { spacing: 26, vconcat: lossCharts(drawing, left) },
    { spacing: 30, vconcat: [ratesChart(drawing, right), learningRateChart(drawing, right)] },
  ];
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description: "Loss terms, and UAR, WAR and the sentiment head's UAR on the validation clips, by epoch",
    background: theme.background,
    padding: 4,
    config: boardConfig(theme),
    datasets: trainingDatasets(drawing.payload, left),
    ...(narrow ? { vconcat: parts } : { hconcat: parts }),
  };
}

export function boardConfig(theme: Theme): Datum {
  return {
    font: theme.font,
    view: { stroke: null },
    axis: {
      labelColor: theme.faintInk,
      titleColor: theme.faintInk,
      domainColor: theme.line,
      tickColor: theme.line,
      gridColor: theme.line,
      gridOpacity: 0.5,
      labelFontSize: 11,
      titleFontSize: 11,
      titleFontWeight: "normal",
      labelOverlap: true,
    },
    title: { color: theme.ink, fontSize: 12, fontWeight: 600, anchor: "start", frame: "group", offset: 6 },
    text: { fill: theme.ink, font: theme.font, fontSize: 11 },
    legend: { labelColor: theme.ink, titleColor: theme.ink, labelFontSize: 11, titleFontSize: 11 },
  };
}

function epochs({ payload }: TrainingDrawing, title: string | null): Datum {
  return {
    field: "epoch",
    type: "quantitative",
    scale: { domain: [0, lastEpoch(payload)], nice: false },
    axis: { ...axis, grid: false, title, labels: title !== null },
  };
}

function lossCharts(drawing: TrainingDrawing, width: number): Datum[] {
  const names = termNames(drawing.payload);
  if (drawing.stacked) return [stackedChart(drawing, width, names)];
  const charts = names.map((name, i) => termChart(drawing, width, name, i === names.length - 1));
  return charts.length > 0 ? charts : [stackedChart(drawing, width, names)];
}

function termChart(drawing: TrainingDrawing, width: number, name: string, last: boolean): Datum {
  const { theme } = drawing;
  const color = theme.accent;
  return {
    width,
    height: 44,
    data: { name: "terms" },
    transform: [{ filter: { field: "term", equal: name } }],
    layer: [
      {
        mark: { type: "line", stroke: color, strokeWidth: 1.5, invalid: "break-paths-filter-domains" },
        encoding: {
          x: epochs(drawing, last ? "epoch" : null),
          y: {
            field: "value",
            type: "quantitative",
            axis: { ...axis, tickCount: 2, labelExpr: shortNumbers, title: null, minExtent: 36 },
          },
        },
      },
      termTexts(name, "name", { align: "left", fontWeight: 600, fontSize: 12 }, 0),
      termTexts(name, "text", { align: "right" }, width),
    ],
  };
}

function termTexts(term: string, field: string, mark: Datum, x: number): Datum {
  return {
    data: { name: "termLabels" },
    transform: [{ filter: { field: "term", equal: term } }],
    mark: { type: "text", baseline: "bottom", ...mark },
    encoding: { x: { value: x }, y: { value: -5 }, text: { field, type: "nominal" } },
  };
}

function stackedChart(drawing: TrainingDrawing, width: number, names: readonly string[]): Datum {
  return {
    width,
    height: 240,
    title: { text: "Loss, terms stacked" },
    data: { name: "terms" },
    mark: { type: "area", stroke: drawing.theme.paper, strokeWidth: 0.5 },
    encoding: {
      x: epochs(drawing, "epoch"),
      y: {
        field: "value",
        type: "quantitative",
        stack: "zero",
        axis: { ...axis, labelExpr: shortNumbers, title: null, minExtent: 36 },
      },
      color: {
        field: "term",
        type: "nominal",
        sort: names,
        scale: { domain: names, range: names.map((_, i) => termColors[i % termColors.length]) },
        legend: { title: null, orient: "bottom", columns: 2, labelLimit: width / 2 - 30 },
      },
    },
  };
}

function ratesChart(drawing: TrainingDrawing, width: number): Datum {
  const { theme } = drawing;
  const y = {
    field: "rate",
    type: "quantitative",
    scale: { domain: [0, 1] },
    axis: { ...axis, tickCount: 5, format: ".0%", title: null, minExtent: 36 },
  };
  const dash = {
    field: "name",
    type: "nominal",
    legend: null,
    scale: {
      domain: [...rateNames],
      range: [
        [1, 0],
        [5, 3],
        [1, 2],
      ],
    },
  };
  return {
    width,
    height: 180,
    title: { text: "Validation" },
    data: { name: "rates" },
    layer: [
      {
        data: { name: "best" },
        mark: { type: "rule", stroke: theme.faintInk, strokeDash: [2, 2] },
        encoding: { x: epochs(drawing, "epoch") },
      },
      {
        mark: {
          type: "line",
          stroke: theme.accent,
          strokeWidth: 2,
          point: { filled: true, fill: theme.accent, size: 18 },
          invalid: "break-paths-filter-domains",
        },
        encoding: { x: epochs(drawing, "epoch"), y, strokeDash: dash, detail: { field: "name" } },
      },
      ...haloed(theme, {
        data: { name: "rateLabels" },
        mark: { type: "text", align: "left", dx: 5 },
        encoding: { x: epochs(drawing, "epoch"), y, text: { field: "text", type: "nominal" } },
      }),
      ...haloed(theme, {
        data: { name: "best" },
        mark: { type: "text", baseline: "top", dy: 3, align: "center" },
        encoding: { x: epochs(drawing, "epoch"), y: { value: 0 }, text: { field: "text", type: "nominal" } },
      }),
    ],
  };
}

/** A text that stays readable over the lines behind it. */
function haloed({ paper }: Theme, text: { readonly mark: Datum } & Datum): Datum[] {
  return [{ ...text, mark: { ...text.mark, stroke: paper, strokeWidth: 6, strokeJoin: "round" } }, text];
}

function learningRateChart(drawing: TrainingDrawing, width: number): Datum {
  return {
    width,
    height: 44,
    title: { text: "Learning rate" },
    data: { name: "learningRates" },
    mark: { type: "line", interpolate: "step-after", stroke: drawing.theme.accent, strokeWidth: 1.5 },
    encoding: {
      x: epochs(drawing, "epoch"),
      y: {
        field: "value",
        type: "quantitative",
        axis: { ...axis, tickCount: 2, format: "~g", labelExpr: shortNumbers, title: null, minExtent: 36 },
      },
    },
  };
}
