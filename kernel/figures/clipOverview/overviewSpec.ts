import { facelessCount, readFrames } from "../compute/frames.js";
import { colorScale } from "../drawing/colorScale.js";
import { cssColor, type Datum, lines, rectangles, texts, type VegaLiteSpec } from "../drawing/layers.js";
import { fitText, textWidth } from "../drawing/labelText.js";
import { pictureSpec } from "../drawing/picture.js";
import { emotionColors } from "../emotionColors.js";
import type { ClipPayload, LabelsPayload } from "../../contracts/payloads/clips.js";
import type { Theme } from "../theme.js";

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
  const names = nameRoom(clips, width);
  const longest = Math.max(1, ...clips.map(({ frames }) => frames?.numbers.length ?? 0));
  const step = Math.max(3, Math.min(28, (width - names - 8) / longest));
  const colors = emotionColors(labels);
  const share = colorScale(theme.sequential);
  const cells = clips.flatMap((clip, row): Datum[] =>
    readFrames(clip).map((reading, t) => {
      const place = { x: names + t * step, x2: names + (t + 1) * step - (step > 6 ? 1 : 0) };
      const emotion = color === "disagreement" || !reading.hasFace ? -1 : reading[color];
      const differs = color === "disagreement" && reading.hasFace;
      const fill = differs ? share(reading.disagreement) : (colors[emotion] ?? theme.plate);
      const y = head + row * rowHeight;
      const { hasFace, deviation } = reading;
      return { ...place, y: y + 1, y2: y + rowHeight - 1, fill, hasFace, deviates: deviation !== "" };
    }),
  );
  return pictureSpec(
    {
      width: Math.ceil(names + longest * step + 4),
      height: head + clips.length * rowHeight + 4,
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
        heads: frameTicks(longest, names, step),
        framesName: [{ x: names - 6, y: 9, text: "frame" }],
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
        names: clips.map(({ id }, row) => ({
          x: names - 6,
          y: head + (row + 0.5) * rowHeight,
          text: fitText(id, names - 10),
        })),
        rows: clips.map((clip, row) => ({
          x: 0,
          x2: names + longest * step + 2,
          y: head + row * rowHeight,
          y2: head + (row + 1) * rowHeight,
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
  const label = clip.label === null ? "not labelled" : labels.emotions[clip.label];
  const faceless = facelessCount(readings);
  const without = faceless > 0 ? `, ${faceless} without a face` : "";
  return `${clip.id}, ${label}: ${deviating} of ${readings.length} frames deviate${without}`;
}
