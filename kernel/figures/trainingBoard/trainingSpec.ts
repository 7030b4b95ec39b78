import type { TrainingBoardPayload } from "../../contracts/payloads/trainingBoard.js";
import { lastEpoch, termNames } from "../compute/training.js";
import type { Datum, VegaLiteSpec } from "../drawing/layers.js";
import { fitNames } from "../drawing/labelText.js";
import type { Theme } from "../theme.js";
import { boardConfig, epochAxis, valueAxis } from "./chartStyle.js";
import { ratesChart } from "./ratesChart.js";
import { termColors } from "./termColors.js";
import { knowsLearningRate, learningRateName, trainingDatasets } from "./trainingData.js";
import { columnGap, rowGap, type TrainingLayout, trainingLayout } from "./trainingLayout.js";
import { worded } from "../../words/words.js";

export interface TrainingDrawing {
  readonly payload: TrainingBoardPayload;
  /** One stacked area of all terms instead of one small chart per term. */
  readonly stacked: boolean;
  readonly width: number;
  readonly theme: Theme;
}

/**
 * A small chart of each loss term and of the learning rate, in columns, and the rates of the validation, where there is
 * one: beside them on wide pages, above them on others.
 */
export function trainingSpec(drawing: TrainingDrawing): VegaLiteSpec {
  const { theme, width, payload } = drawing;
  const layout = trainingLayout({
    width,
    smallCharts: smallCharts(drawing).length,
    hasRates: hasRates(payload),
  });
  const losses = lossCharts(drawing, layout);
  const scoresWidth = layout.rates && payload.validation.length > 0 ? layout.rates.width : null;
  const rates = layout.rates ? [ratesChart({ payload, theme, ...layout.rates })] : [];
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description: worded(
      "Loss terms, and UAR, WAR and the sentiment head's UAR on the validation clips, by epoch",
    ),
    background: theme.background,
    padding: 4,
    autosize: { type: "pad", resize: true },
    config: boardConfig(theme),
    datasets: trainingDatasets(payload, { small: layout.small.width, rates: scoresWidth }),
    ...(layout.beside
      ? { spacing: columnGap, hconcat: [losses, ...rates] }
      : { spacing: 24, vconcat: [...rates, losses] }),
  };
}

function hasRates({ validation, validates }: TrainingBoardPayload): boolean {
  return validation.length > 0 || validates === true;
}

/** The names of the small charts. */
function smallCharts({ payload, stacked }: TrainingDrawing): string[] {
  const rate = knowsLearningRate(payload) ? [learningRateName] : [];
  return stacked ? rate : [...termNames(payload), ...rate];
}

function lossCharts(drawing: TrainingDrawing, layout: TrainingLayout): Datum {
  const names = smallCharts(drawing);
  if (termNames(drawing.payload).length === 0) return beforeFirstStep(drawing, layout);
  if (drawing.stacked)
    return {
      spacing: rowGap,
      vconcat: [
        stackedChart(drawing, layout),
        ...names.map((name) => smallChart(drawing, layout, name, true)),
      ],
    };
  let at = 0;
  const columns = layout.columns.map((count) => names.slice(at, (at += count)));
  return {
    spacing: columnGap,
    hconcat: columns.map((column) => ({
      spacing: rowGap,
      vconcat: column.map((name, i) => smallChart(drawing, layout, name, i === column.length - 1)),
    })),
  };
}

function beforeFirstStep({ theme }: TrainingDrawing, { wide }: TrainingLayout): Datum {
  return {
    ...{ width: wide, height: 40, title: { text: worded("Loss") } },
    data: { values: [{ text: worded("The curves begin with the first step.") }] },
    mark: { type: "text", align: "left", baseline: "top", fill: theme.faintInk },
    encoding: { x: { value: 0 }, y: { value: 4 }, text: { field: "text", type: "nominal" } },
  };
}

function smallChart(
  { payload, stacked, theme }: TrainingDrawing,
  layout: TrainingLayout,
  name: string,
  last: boolean,
): Datum {
  const { width, height } = stacked ? { ...layout.small, width: layout.wide } : layout.small;
  const isRate = name === learningRateName;
  const y = { field: "value", type: "quantitative", axis: valueAxis(isRate ? { format: "~g" } : {}) };
  return {
    ...{ width, height, data: { name: isRate ? "learningRates" : "terms" } },
    transform: [{ filter: { field: "term", equal: name } }],
    layer: [
      {
        mark: {
          type: "line",
          stroke: theme.accent,
          strokeWidth: 1.5,
          invalid: "break-paths-filter-domains",
          ...(isRate && { interpolate: "step-after" }),
        },
        encoding: { x: epochAxis(lastEpoch(payload), width, last ? worded("epoch") : null), y },
      },
      chartTexts(name, "name", { align: "left", fontWeight: 600, fontSize: 12 }, 0),
      chartTexts(name, "text", { align: "right" }, width),
    ],
  };
}

function chartTexts(term: string, field: string, mark: Datum, x: number): Datum {
  return {
    data: { name: "termLabels" },
    transform: [{ filter: { field: "term", equal: term } }],
    mark: { type: "text", baseline: "bottom", ...mark },
    encoding: { x: { value: x }, y: { value: -5 }, text: { field, type: "nominal" } },
  };
}

const [legendColumn, legendMark] = [190, 22];

function stackedChart({ payload, theme }: TrainingDrawing, { wide }: TrainingLayout): Datum {
  const names = termNames(payload);
  const columns = Math.max(1, Math.min(names.length, Math.floor(wide / legendColumn)));
  const labels = fitNames(names, wide / columns - legendMark - 16);
  return {
    ...{ width: wide, height: 200, title: { text: worded("Loss, terms stacked") }, data: { name: "terms" } },
    mark: { type: "area", stroke: theme.paper, strokeWidth: 0.5 },
    encoding: {
      x: epochAxis(lastEpoch(payload), wide, worded("epoch")),
      y: { field: "value", type: "quantitative", stack: "zero", axis: valueAxis({ tickCount: 4 }) },
      order: { field: "index", type: "quantitative" },
      color: {
        field: "term",
        type: "nominal",
        sort: names,
        scale: { domain: names, range: termColors(names.length, theme) },
        legend: {
          ...{ title: null, orient: "bottom", columns, symbolType: "square", labelLimit: wide / columns },
          labelExpr: `${JSON.stringify(labels)}[indexof(${JSON.stringify(names)}, datum.value)]`,
        },
      },
    },
  };
}
