import { ablationEffects } from "./ablationEffects.js";
import { drawnFigures, figureTitles, sentimentLines, sentimentSentences } from "./armFigures.js";
import { type AblationLayout, ablationLayout, dotStep, lineHeight } from "./ablationLayout.js";
import { type Datasets, cssColor, lines, rectangles, texts, type VegaLiteSpec } from "../drawing/layers.js";
import { fitNames, fitText, trueMinus } from "../drawing/labelText.js";
import { pictureSpec } from "../drawing/picture.js";
import type { AblationBoardPayload, ArmPayload } from "../../contracts/payloads/ablationBoard.js";
import type { Theme } from "../theme.js";
import { worded } from "../../words/words.js";

export interface AblationDrawing {
  readonly payload: AblationBoardPayload;
  readonly width: number;
  readonly theme: Theme;
  /** Name of the selected arm. */
  readonly selected?: string | null;
  readonly description: string;
}

/** Arms in board order: the base, then by difference from it, the largest loss first. */
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
    ...ablationEffects(arms, layout, theme, height),
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
    texts("weights", { mark: { align: "center", fontWeight: 600, fill: theme.ink } }),
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

function headings(
  { terms }: AblationBoardPayload,
  { names, top, plots, plot }: AblationLayout,
  height: number,
): Datasets {
  return {
    termNames: fitNames(terms, (top - 16) * Math.SQRT2).map((text, i) => ({
      x: names + (i + 0.5) * dotStep - 3,
      y: top - 8,
      text,
    })),
    plotNames: plots.map((left, i) => ({
      x: left + plot / 2,
      y: top - 12,
      text: fitText(worded(figureTitles[drawnFigures[i]]), plot + 30),
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
      base: arms[0].weights[i],
      color: theme.faintInk,
    })),
  );
  return {
    stripes: arms.flatMap((_, row) =>
      row % 2 === 0 ? [{ x: 0, x2: layout.width, y: y(row), y2: y(row) + rowHeight, fill: theme.plate }] : [],
    ),
    names: fitNames(
      arms.map(({ name }) => name),
      narrow ? layout.width - 10 : layout.names - 8,
      13,
    ).map((text, row) => ({ x: 4, y: y(row) + (narrow ? 13 : dotLine), text })),
    verdicts: (narrow ? [] : arms).flatMap((arm, row) =>
      armLines(arm, row === 0).map((text, line) => ({
        x: 4,
        y: y(row) + 36 + line * lineHeight,
        text: fitText(text, layout.width - 10),
      })),
    ),
    weights: dots
      .filter(({ weight, base }) => weight !== 0 && weight !== base)
      .map(({ x, y: at, weight }) => ({ x, y: at - 12, text: String(Number(weight.toPrecision(2))) })),
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
      description: `${arm.name}: ${armSentences(arm, row === 0).join(". ")}`,
    })),
  };
}

/** What the board says of an arm in short: its verdict or progress, then its sentiment. */
export function armLines(arm: ArmPayload, isBase: boolean): string[] {
  return [armVerdict(arm, isBase), ...sentimentLines(arm)];
}

/** All that is said of an arm: its verdict or progress, then its sentiment. */
export function armSentences(arm: ArmPayload, isBase: boolean): string[] {
  return [armVerdict(arm, isBase), ...sentimentSentences(arm).map(trueMinus)];
}

/** The verdict in words, or the arm's progress. */
export function armVerdict(arm: ArmPayload, isBase: boolean): string {
  const finished = arm.runs.filter(({ state }) => state === "finished").length;
  const failed = arm.runs.filter(({ state }) => state === "failed").length;
  const trouble = failed > 0 ? `; ${worded("{0} failed", failed)}` : "";
  const uar = arm.uar?.value;
  const level = typeof uar === "number" ? `, UAR ${(uar * 100).toFixed(1)} %` : "";
  const runs = worded("{0} of {1} runs", finished, arm.runs.length);
  if (isBase) return `${worded("base")}${level}, ${runs}${trouble}`;
  return arm.effect ? `${trueMinus(arm.effect.verdict)}${trouble}` : `${runs}${level}${trouble}`;
}
