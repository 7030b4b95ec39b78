import {
  type Datasets,
  type Datum,
  cssColor,
  lines,
  rectangles,
  texts,
  type VegaLiteSpec,
} from "./drawing/layers.js";
import { fitText, points, textWidth } from "./drawing/names.js";
import { pictureSpec } from "./drawing/picture.js";
import type { AblationBoardPayload, ArmPayload, EstimatePayload } from "./payload/ablationBoard.js";
import type { Theme } from "./theme.js";

export interface AblationDrawing {
  readonly payload: AblationBoardPayload;
  readonly width: number;
  readonly theme: Theme;
  /** Name of the arm that is open. */
  readonly selected?: string | null;
  readonly description: string;
}

interface AblationLayout {
  readonly width: number;
  readonly names: number;
  readonly dots: number;
  readonly top: number;
  readonly rowHeight: number;
  /** Where the dots of a row lie, below its top. */
  readonly dotLine: number;
  /** Names stand above their dots, and verdicts are left to the page. */
  readonly narrow: boolean;
  readonly plot: number;
  /** Left edges of the plots of UAR and, where there is room, of sentiment UAR. */
  readonly plots: readonly number[];
}

const plotNames = ["UAR, points", "sentiment UAR, points"];
const dotStep = 22;
const plotGap = 44;
/** Below this width, in pixels, the picture has no room for verdicts: the page tells them beside it. */
export const narrowBoard = 520;

/** Arms in the order of the board: the base, then by their difference from it, the largest loss first. */
export function sortedArms({ arms }: AblationBoardPayload): ArmPayload[] {
  const [base, ...rest] = arms;
  const size = (arm: ArmPayload) => arm.effect?.uar.value ?? Infinity;
  return [base, ...rest.sort((left, right) => size(left) - size(right))];
}

/** The board as a Vega-Lite specification: one row per arm. */
export function ablationSpec(drawing: AblationDrawing): VegaLiteSpec {
  const { payload, theme, description } = drawing;
  const arms = sortedArms(payload);
  const layout = ablationLayout(payload, drawing.width);
  const height = layout.top + arms.length * layout.rowHeight + 24;
  const datasets = {
    ...headings(payload, layout, height),
    ...rows(drawing, arms, layout),
    ...effects(arms, layout, theme, height),
  };
  return pictureSpec({ width: layout.width, height, layers: layers(theme), datasets, description }, theme);
}

function layers(theme: Theme) {
  const shape = (data: string, filled: boolean) => ({
    data: { name: data },
    mark: { type: "point", filled, opacity: 1, size: 90, strokeWidth: 1.5, shape: "circle", aria: false },
    encoding: {
      x: { field: "x", type: "quantitative", scale: null, axis: null },
      y: { field: "y", type: "quantitative", scale: null, axis: null },
      [filled ? "fill" : "stroke"]: cssColor("color"),
    },
  });
  return [
    rectangles("stripes", { mark: { aria: false, cornerRadius: 3 } }),
    texts("termNames", { mark: { align: "left", angle: -45, fill: theme.ink } }),
    texts("plotNames", { mark: { align: "center", fontWeight: 600 } }),
    lines("grid", { mark: { stroke: theme.line, aria: false } }),
    lines("zero", { mark: { stroke: theme.faintInk, strokeDash: [3, 3], aria: false } }),
    texts("ticks", { mark: { align: "center", fill: theme.faintInk } }),
    texts("names", { mark: { align: "left", fontSize: 12, fontWeight: 600 } }),
    texts("verdicts", { mark: { align: "left", fill: theme.faintInk } }),
    shape("on", true),
    shape("off", false),
    lines("intervals", {
      mark: { strokeWidth: 3, strokeCap: "round", aria: false },
      encoding: { stroke: cssColor("color") },
    }),
    shape("values", true),
    texts("figures", { mark: { align: "center", fill: theme.ink } }),
    rectangles("arms", {
      name: "arm",
      mark: { cursor: "pointer", strokeWidth: 2, fillOpacity: 0, cornerRadius: 3 },
      encoding: {
        stroke: cssColor("stroke"),
        description: { field: "description", type: "nominal" },
        tooltip: { field: "description", type: "nominal" },
      },
    }),
  ];
}

function ablationLayout({ arms, terms }: AblationBoardPayload, width: number): AblationLayout {
  const narrow = width < narrowBoard;
  const longest = Math.max(60, ...arms.map(({ name }) => textWidth(name, 13) + 18));
  const names = narrow ? 0 : Math.min(longest, width < 640 ? 130 : 220);
  const dots = terms.length * dotStep;
  const count = narrow ? 1 : 2;
  const room = width - names - dots - 36 - (count - 1) * plotGap;
  const plot = Math.max(80, Math.min(240, room / count));
  const top = 26 + Math.min(110, Math.max(20, ...terms.map((term) => textWidth(term) * 0.75)));
  const first = names + dots + 16;
  const plots = [first, first + plot + plotGap].slice(0, count);
  const rowHeight = narrow ? 54 : 46;
  const dotLine = narrow ? 39 : 20;
  const all = Math.ceil(plots.at(-1)! + plot + 18);
  return { width: all, names, dots, top, rowHeight, dotLine, narrow, plot, plots };
}

function headings(
  { terms }: AblationBoardPayload,
  { names, top, plots, plot }: AblationLayout,
  height: number,
): Datasets {
  return {
    termNames: terms.map((term, i) => ({
      x: names + (i + 0.5) * dotStep - 3,
      y: top - 8,
      text: fitText(term, (top - 16) * Math.SQRT2),
    })),
    plotNames: plots.map((left, i) => ({
      x: left + plot / 2,
      y: top - 12,
      text: plotNames[i],
    })),
    grid: [top, height - 22].map((y) => ({ x: plots[0], x2: plots.at(-1)! + plot, y, y2: y })),
  };
}

function rows(
  { theme, selected }: AblationDrawing,
  arms: readonly ArmPayload[],
  layout: AblationLayout,
): Datasets {
  const { rowHeight, dotLine, narrow } = layout;
  const y = (row: number) => layout.top + row * rowHeight;
  const dots = arms.flatMap((arm, row) =>
    arm.weights.map((weight, i) => ({
      x: layout.names + (i + 0.5) * dotStep,
      y: y(row) + dotLine,
      weight,
      color: theme.faintInk,
    })),
  );
  return {
    stripes: arms.flatMap((_, row) =>
      row % 2 === 0 ? [{ x: 0, x2: layout.width, y: y(row), y2: y(row) + rowHeight, fill: theme.plate }] : [],
    ),
    names: arms.map(({ name }, row) => ({
      x: 4,
      y: y(row) + (narrow ? 13 : dotLine),
      text: fitText(name, narrow ? layout.width - 10 : layout.names - 8, 13),
    })),
    verdicts: (narrow ? [] : arms).map((arm, row) => ({
      x: 4,
      y: y(row) + 36,
      text: fitText(armVerdict(arm, row === 0), layout.width - 10),
    })),
    on: dots.filter(({ weight }) => weight !== 0),
    off: dots.filter(({ weight }) => weight === 0),
    arms: arms.map((arm, row) => ({
      x: 1,
      x2: layout.width - 1,
      y: y(row) + 1,
      y2: y(row) + rowHeight - 1,
      fill: theme.paper,
      stroke: arm.name === selected ? theme.accent : "transparent",
      arm: arm.name,
      description: `${arm.name}: ${armVerdict(arm, row === 0)}`,
    })),
  };
}

/** The verdict in words, or how far the arm is. */
export function armVerdict(arm: ArmPayload, isBase: boolean): string {
  const finished = arm.runs.filter(({ state }) => state === "finished").length;
  const failed = arm.runs.filter(({ state }) => state === "failed").length;
  const trouble = failed > 0 ? `; ${failed} failed` : "";
  const uar = arm.uar?.value;
  const level = typeof uar === "number" ? `, UAR ${(uar * 100).toFixed(1)} %` : "";
  if (isBase) return `base${level}, ${finished} of ${arm.runs.length} runs${trouble}`;
  return arm.effect
    ? `${arm.effect.verdict}${trouble}`
    : `${finished} of ${arm.runs.length} runs${level}${trouble}`;
}

function effects(
  arms: readonly ArmPayload[],
  layout: AblationLayout,
  theme: Theme,
  height: number,
): Datasets {
  const both = (["uar", "sentimentUar"] as const).slice(0, layout.plots.length);
  const reach = axisReach(arms);
  const at = (plot: number, value: number) =>
    layout.plots[plot] + layout.plot * (0.5 + Math.max(-1, Math.min(1, value / reach)) / 2);
  const values = arms.flatMap((arm, row) =>
    both.flatMap((kind, plot) => {
      const estimate = arm.effect?.[kind];
      if (!isKnown(estimate)) return [];
      const y = layout.top + row * layout.rowHeight + layout.dotLine;
      const color = arm.effect!.shown ? theme.accent : theme.faintInk;
      return [
        {
          x: at(plot, estimate.value),
          low: at(plot, estimate.low),
          high: at(plot, estimate.high),
          y,
          color,
          value: estimate.value,
        },
      ];
    }),
  );
  const ends = [-reach, 0, reach];
  return {
    zero: layout.plots.flatMap((_, plot) =>
      arms.map((_arm, row) => {
        const y = layout.top + row * layout.rowHeight + layout.dotLine;
        return { x: at(plot, 0), x2: at(plot, 0), y: y - 6, y2: y + 8 };
      }),
    ),
    ticks: layout.plots.flatMap((_, plot) =>
      ends.map((value) => ({ x: at(plot, value), y: height - 10, text: points(value) })),
    ),
    intervals: values.map(({ low, high, y, color }): Datum => ({ x: low, x2: high, y, y2: y, color })),
    values,
    figures: values.map(({ x, y, value }) => ({ x, y: y - 11.5, text: points(value, 1) })),
  };
}

type Known = { readonly value: number; readonly low: number; readonly high: number };

function isKnown(estimate: EstimatePayload | undefined): estimate is Known {
  return [estimate?.value, estimate?.low, estimate?.high].every((one) => typeof one === "number");
}

/** Half the width of the common axis: a round number of points that holds every interval. */
function axisReach(arms: readonly ArmPayload[]): number {
  const ends = arms.flatMap(({ effect }) =>
    [effect?.uar, effect?.sentimentUar]
      .filter(isKnown)
      .flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]),
  );
  const largest = Math.max(0.01, ...ends);
  return [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5].find((round) => round >= largest) ?? 1;
}
