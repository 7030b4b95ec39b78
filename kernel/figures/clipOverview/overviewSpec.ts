import { facelessCount, readFrames } from "../compute/frames.js";
import { colorScale } from "../drawing/colorScale.js";
import { cssColor, type Datum, lines, rectangles, texts, type VegaLiteSpec } from "../drawing/layers.js";
import { fitNames, textWidth } from "../drawing/labelText.js";
import { pictureSpec } from "../drawing/picture.js";
import { emotionColors } from "../emotionColors.js";
import type { ClipPayload, LabelsPayload } from "../../contracts/payloads/clips.js";
import type { Theme } from "../theme.js";
import { worded } from "../../words/words.js";

/** What a frame's colour means in an overview. */
export type OverviewColor = "pseudo" | "network" | "truth" | "disagreement";

export interface OverviewDrawing {
  /** The clips to draw, in order; those without frames stay empty. */
  readonly clips: readonly ClipPayload[];
  readonly labels: LabelsPayload;
  readonly color: OverviewColor;
  readonly width: number;
  readonly theme: Theme;
  readonly selected?: string | null;
  readonly description: string;
}

const rowHeight = 18;
const head = 20;

/** Clips (rows) by frames (columns) as a heat map. */
export function overviewSpec(drawing: OverviewDrawing): VegaLiteSpec {
  const { clips, labels, color, width, theme, selected, description } = drawing;
  const grid = overviewGrid(clips, width);
  const { names, longest, step, stride, columns } = grid;
  const colors = emotionColors(labels);
  const share = colorScale(theme.sequential);
  const fitted = fitNames(
    clips.map(({ id }) => id),
    names - 10,
  );
  const cells = clips.flatMap((clip, row): Datum[] =>
    readFrames(clip).map((reading, t) => {
      const x = grid.left(row) + names + t * step;
      const place = { x, x2: x + step - (step > 6 ? 1 : 0) };
      const emotion = color === "disagreement" || !reading.hasFace ? -1 : reading[color];
      const differs = color === "disagreement" && reading.hasFace;
      const fill = differs ? share(reading.disagreement) : (colors[emotion] ?? theme.plate);
      const y = grid.top(row);
      const { hasFace, deviation } = reading;
      return { ...place, y: y + 1, y2: y + rowHeight - 1, fill, hasFace, deviates: deviation !== "" };
    }),
  );
  return pictureSpec(
    {
      width: Math.ceil((columns - 1) * stride + names + longest * step + 4),
      height: head + grid.rows * rowHeight + 4,
      description,
      layers: [
        texts("heads", { mark: { fill: theme.faintInk, align: "center" } }),
        texts("framesName", { mark: { fill: theme.faintInk, align: "right" } }),
        rectangles("cells", { mark: { aria: false } }),
        lines("facelessLines", { mark: { stroke: theme.faintInk, strokeWidth: 1.5, aria: false } }),
        lines("deviations", { mark: { stroke: theme.ink, strokeWidth: 2, aria: false } }),
        texts("names", { mark: { align: "right" } }),
        rectangles("rows", {
          name: "clip",
          mark: { cursor: "pointer", strokeWidth: 2, fillOpacity: 0 },
          encoding: {
            stroke: cssColor("stroke"),
            description: { field: "description", type: "nominal" },
            tooltip: { field: "description", type: "nominal" },
          },
        }),
      ],
      datasets: {
        heads: grid.lefts.flatMap((left) => frameTicks(longest, left + names, step)),
        framesName: grid.lefts.map((left) => ({ x: left + names - 6, y: 9, text: worded("frame") })),
        cells,
        facelessLines: cells
          .filter(({ hasFace }) => !hasFace)
          .map(({ x, x2, y }) => ({
            x,
            x2,
            y: Number(y) + rowHeight / 2 - 1,
            y2: Number(y) + rowHeight / 2 - 1,
          })),
        deviations: cells
          .filter(({ deviates }) => deviates)
          .map(({ x, x2, y2 }) => ({ x, x2, y: Number(y2) - 1, y2: Number(y2) - 1 })),
        names: clips.map((_, row) => ({
          x: grid.left(row) + names - 6,
          y: grid.top(row) + rowHeight / 2,
          text: fitted[row],
        })),
        rows: clips.map((clip, row) => ({
          x: grid.left(row),
          x2: grid.left(row) + names + longest * step + 2,
          y: grid.top(row),
          y2: grid.top(row) + rowHeight,
          fill: theme.paper,
          stroke: clip.id === selected ? theme.accent : "transparent",
          clip: clip.id,
          description: rowDescription(clip, labels),
        })),
      },
    },
    theme,
  );
}

interface OverviewGrid {
  /** Width of the clips' names. */
  readonly names: number;
  /** Frames of the longest clip, each `step` pixels wide. */
  readonly longest: number;
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
  /** From one column of clips to the next, in pixels. */
  readonly stride: number;
  readonly lefts: readonly number[];
  left(clip: number): number;
  top(clip: number): number;
}

const columnGap = 24;
/** Many clips stand in two or three columns where a frame is still at least so wide. */
const [readableStep, fewClips] = [14, 12];

/** The places of the clips, the first column from top to bottom first. */
function overviewGrid(clips: readonly ClipPayload[], width: number): OverviewGrid {
  const names = nameRoom(clips, width);
  const longest = Math.max(1, ...clips.map(({ frames }) => frames?.numbers.length ?? 0));
  const fitting = Math.floor((width + columnGap) / (names + longest * readableStep + 8 + columnGap));
  const columns = Math.max(1, Math.min(3, fitting, Math.floor(clips.length / (fewClips / 2))));
  const room = (width - (columns - 1) * columnGap) / columns;
  const step = Math.max(3, Math.min(28, (room - names - 8) / longest));
  const rows = Math.ceil(clips.length / columns);
  const stride = names + longest * step + columnGap;
  const lefts = Array.from({ length: columns }, (_, i) => i * stride);
  return {
    ...{ names, longest, step, columns, rows, stride, lefts },
    left: (clip) => lefts[Math.floor(clip / Math.max(1, rows))] ?? 0,
    top: (clip) => head + (clip % Math.max(1, rows)) * rowHeight,
  };
}

/** Width for the clip names, set by the longest. */
function nameRoom(clips: readonly ClipPayload[], width: number): number {
  const longest = Math.max(30, ...clips.map(({ id }) => textWidth(id)));
  return Math.ceil(Math.min(longest + 12, width < 420 ? 90 : 200));
}

/** Every first, fifth, tenth ... column, as many as have room for their number. */
function frameTicks(count: number, left: number, step: number): Datum[] {
  const every = [1, 2, 5, 10, 20, 50, 100].find((one) => one * step >= 26) ?? 200;
  const ticks = Math.ceil(count / every);
  return Array.from({ length: ticks }, (_, i) => ({
    x: left + (i * every + 0.5) * step,
    y: 9,
    text: String(i * every),
  }));
}

function rowDescription(clip: ClipPayload, labels: LabelsPayload): string {
  const readings = readFrames(clip);
  const deviating = readings.filter(({ deviation }) => deviation !== "").length;
  const label = clip.label === null ? worded("not labelled") : labels.emotions[clip.label];
  const faceless = facelessCount(readings);
  const without = faceless > 0 ? worded(", {0} without a face", faceless) : "";
  return `${worded("{0}, {1}: {2} of {3} frames deviate", clip.id, label, deviating, readings.length)}${without}`;
}
