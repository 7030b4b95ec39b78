import type { RunCurve } from "../../contracts/recordPage.js";
import type { Datum, VegaLiteSpec } from "../drawing/layers.js";
import type { Theme } from "../theme.js";
import { boardConfig } from "../trainingBoard/chartStyle.js";

export interface CurvesDrawing {
  readonly runs: readonly RunCurve[];
  /** Titles of the two charts and of their axis. */
  readonly words: { readonly uar: string; readonly loss: string; readonly epoch: string };
  readonly width: number;
  readonly theme: Theme;
}

/** Okabe and Ito's colours (2008), darker on light paper, so that each has a contrast of 3 to 1 or more. */
const onLight = ["#0072b2", "#b35900", "#00785a", "#a8437c", "#5055c0", "#846600", "#5f6670", "#b5241f"];
const onDark = ["#56b4e9", "#e69f00", "#2fd09b", "#f09ac6", "#a9a6ff", "#f0e442", "#c4c9d0", "#ff8a80"];
/** Runs beyond the colours, and readers who do not see these, have dashes. */
const dashes = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
];
const axisWidth = 52;

/** The curves of several runs over each other: UAR above, loss below, one colour and dash for each run. */
export function runCurvesSpec(drawing: CurvesDrawing): VegaLiteSpec {
  const { runs, words, width, theme } = drawing;
  const points = runs.flatMap(({ name, epochs }) =>
    epochs.map(({ epoch, uar, loss }) => ({ run: name, epoch, uar, loss })),
  );
  const inner = Math.max(160, width - axisWidth - 16);
  const rate = { scale: { domain: [0, 1] }, axis: { tickCount: 5, format: ".0%" } };
  const hasRates = points.some(({ uar }) => uar !== null);
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description: `${words.uar}, ${words.loss}: ${runs.map(({ name }) => name).join(", ")}`,
    background: theme.background,
    padding: 4,
    config: boardConfig(theme),
    datasets: { points },
    spacing: 24,
    vconcat: [
      ...(hasRates ? [chart(drawing, inner, "uar", words.uar, rate)] : []),
      chart(drawing, inner, "loss", words.loss, { scale: { zero: false }, axis: { tickCount: 4 } }),
    ],
  };
}

function chart(
  { runs, words, theme }: CurvesDrawing,
  width: number,
  field: "uar" | "loss",
  title: string,
  { scale, axis }: { readonly scale: Datum; readonly axis: Datum },
): Datum {
  const names = runs.map(({ name }) => name);
  const colors = theme.name === "light" || theme.paper === "#ffffff" ? onLight : onDark;
  const legend = {
    title: null,
    orient: "bottom",
    columns: Math.max(1, Math.floor(width / 240)),
    labelLimit: 200,
  };
  const of = (range: readonly unknown[]) => ({
    ...{ field: "run", type: "nominal", sort: names, legend },
    scale: { domain: names, range: names.map((_, index) => range[index % range.length]) },
  });
  const dash = names.map((_, index) => dashes[(index + Math.floor(index / colors.length)) % dashes.length]);
  return {
    width,
    height: 170,
    title: { text: title },
    data: { name: "points" },
    transform: [{ filter: `isValid(datum.${field})` }],
    mark: { type: "line", strokeWidth: 2, point: { filled: true, size: 18 } },
    encoding: {
      x: { field: "epoch", type: "quantitative", axis: { grid: false, tickMinStep: 1, title: words.epoch } },
      y: { field, type: "quantitative", scale, axis: { ...axis, grid: true, title: null, minExtent: 40 } },
      color: of(colors),
      strokeDash: of(dash),
    },
  };
}
