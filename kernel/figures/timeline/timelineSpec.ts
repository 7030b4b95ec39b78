import { type FrameReading, readFrames } from "../compute/frames.js";
import {
  cssColor,
  type Datasets,
  type Datum,
  type Layer,
  lines,
  pictures,
  pixels,
  rectangles,
  texts,
  type VegaLiteSpec,
} from "../drawing/layers.js";
import { initials } from "../drawing/labelText.js";
import { pictureSpec } from "../drawing/picture.js";
import { blockOutline, emotionColors, letterOn } from "../emotionColors.js";
import type { ClipPayload, LabelsPayload } from "../../contracts/payloads/clips.js";
import type { Theme } from "../theme.js";
import { facelessDatasets, facelessLayers, facelessRuns } from "./facelessFrames.js";
import { type Lane, type TimelineLayout, timelineLayout } from "./timelineLayout.js";
import { worded } from "../../words/words.js";

export interface TimelineDrawing {
  readonly clip: ClipPayload;
  readonly labels: LabelsPayload;
  readonly width: number;
  readonly zoom?: number;
  readonly theme: Theme;
  readonly description: string;
}

/** The timeline as a Vega-Lite specification: one column per frame, one lane per kind of label. */
export function timelineSpec(drawing: TimelineDrawing): VegaLiteSpec {
  const layout = timelineLayout(drawing.clip, drawing.width, drawing.zoom);
  const { width, height } = layout;
  const { theme, description } = drawing;
  const datasets = timelineDatasets(drawing, layout);
  const lacksFaces = readFrames(drawing.clip).some(({ hasFace }) => !hasFace);
  const drawn = layers(layout, theme, lacksFaces);
  return pictureSpec({ width, height, layers: drawn, datasets, description }, theme);
}

/** @param lacksFaces whether the layers of frames without a face are needed: an empty one is a picture without a name */
function layers({ step, lanes }: TimelineLayout, theme: Theme, lacksFaces: boolean): Layer[] {
  const side = Math.min(step - 2, lanes.thumbnails?.height ?? 0);
  return [
    texts("laneNames", { mark: { align: "right", fill: theme.faintInk } }),
    texts("numbers", { mark: { align: "center", fill: theme.faintInk } }),
    pictures("thumbnails", side, side, { mark: { aria: false } }),
    rectangles("blocks", {
      name: "frame",
      mark: { strokeWidth: 1, stroke: blockOutline(theme), cursor: "pointer" },
      encoding: {
        description: { field: "description", type: "nominal" },
        tooltip: { field: "description", type: "nominal" },
      },
    }),
    texts("letters", { mark: { align: "center", fontWeight: 600 }, encoding: { fill: cssColor("ink") } }),
    probabilityAreas(theme),
    ...(lacksFaces ? facelessLayers(theme) : []),
    rectangles("bars", { mark: { aria: false } }),
    lines("baselines", { mark: { stroke: theme.line, aria: false } }),
    rectangles("deviating", {
      mark: { filled: false, stroke: theme.ink, strokeWidth: 2.5, cornerRadius: 2, aria: false },
    }),
    texts("deviationMarks", { mark: { align: "center", fontSize: 12, fontWeight: 700 } }),
  ];
}

function probabilityAreas(theme: Theme): Layer {
  return {
    data: { name: "areas" },
    mark: {
      type: "area",
      interpolate: "linear",
      stroke: theme.paper,
      strokeWidth: 0.5,
      line: false,
      aria: false,
    },
    encoding: {
      x: pixels("x"),
      y: pixels("y"),
      y2: { field: "y2" },
      fill: cssColor("fill"),
      detail: { field: "series", type: "nominal" },
    },
  };
}

/** The data of {@link timelineSpec}. */
export function timelineDatasets({ clip, labels, theme }: TimelineDrawing, layout: TimelineLayout): Datasets {
  const readings = readFrames(clip);
  const { lanes, left, step } = layout;
  const center = (t: number) => left + (t + 0.5) * step;
  const every = Math.ceil(26 / step);
  return {
    laneNames: laneNames(layout),
    numbers: readings
      .filter((_, t) => t % every === 0)
      .map(({ number }, i) => ({ x: center(i * every), y: 9, text: String(number) })),
    thumbnails: lanes.thumbnails
      ? (clip.frames?.thumbnails ?? []).flatMap((url, t) =>
          url === "" ? [] : [{ x: left + t * step + 1, y: lanes.thumbnails!.y, url }],
        )
      : [],
    ...blocks(readings, labels, layout),
    areas: areas(clip, readings, labels, layout),
    ...facelessDatasets(readings, layout, theme),
    ...bars(clip, readings, layout, theme),
    ...deviations(readings, layout),
  };
}

function laneNames({ lanes, left }: TimelineLayout): Datum[] {
  return Object.entries(lanes).flatMap(([key, lane]) => {
    const middle = lane.y + lane.height / 2;
    if (key !== "probabilities") return [{ x: left - 8, y: middle, text: lane.name }];
    return [
      { x: left - 8, y: middle - 7, text: lane.name },
      { x: left - 8, y: middle + 7, text: worded("probabilities") },
    ];
  });
}

function blocks(readings: readonly FrameReading[], labels: LabelsPayload, layout: TimelineLayout): Datasets {
  const { lanes, left, step } = layout;
  const colors = emotionColors(labels);
  const letters = initials(labels.emotions);
  const kinds = (["truth", "pseudo", "network"] as const).filter((kind) => lanes[kind]);
  const all = kinds.flatMap((kind) =>
    readings.flatMap((reading, t) => {
      const emotion = reading[kind];
      if (emotion < 0 || emotion >= labels.emotions.length) return [];
      const { y, height, name } = lanes[kind]!;
      const place = { x: left + t * step + 0.5, x2: left + (t + 1) * step - 0.5, y, y2: y + height };
      const description = worded("Frame {0}, {1}: {2}", reading.number, name, labels.emotions[emotion]);
      return [{ ...place, t, kind, emotion, fill: colors[emotion], description }];
    }),
  );
  return {
    blocks: all,
    letters: all
      .filter(() => step >= 14)
      .map(({ x, x2, y, y2, emotion, fill }) => ({
        x: (x + x2) / 2,
        y: (y + y2) / 2 + 0.5,
        text: letters[emotion],
        ink: letterOn(fill),
      })),
  };
}

/** A stretch of frames with faces has areas of its own. */
function areas(
  { frames }: ClipPayload,
  readings: readonly FrameReading[],
  labels: LabelsPayload,
  layout: TimelineLayout,
): Datum[] {
  const lane = layout.lanes.probabilities;
  if (!lane || !frames?.pseudo) return [];
  const colors = emotionColors(labels);
  const order = labels.groups.flatMap((group) => group.emotions);
  const runs = facelessRuns(readings);
  const hasFace = (t: number) => readings[t]?.hasFace ?? false;
  return frames.pseudo.flatMap((probabilities, t) => {
    if (!hasFace(t)) return [];
    const stretch = runs.filter(({ to }) => to < t).length;
    const xs = [...(hasFace(t - 1) ? [] : [0]), 0.5, ...(hasFace(t + 1) ? [] : [1])];
    let below = 0;
    return order.flatMap((emotion) => {
      const share = probabilities[emotion] ?? 0;
      const [y, y2] = [lane.y + lane.height * (1 - below - share), lane.y + lane.height * (1 - below)];
      below += share;
      const series = stretch * labels.emotions.length + emotion;
      const common = { y, y2, emotion, series, fill: colors[emotion] };
      return xs.map((x) => ({ x: layout.left + (t + x) * layout.step, ...common }));
    });
  });
}

function bars(
  clip: ClipPayload,
  readings: readonly FrameReading[],
  layout: TimelineLayout,
  theme: Theme,
): Datasets {
  const { lanes, left, step, count } = layout;
  const bar = (lane: Lane, t: number, low: number, high: number, fill: string) => ({
    x: left + (t + 0.18) * step,
    x2: left + (t + 0.82) * step,
    y: lane.y + lane.height * (1 - high),
    y2: lane.y + lane.height * (1 - low),
    fill,
  });
  const result: Datum[] = [];
  const baselines: Datum[] = [];
  const line = (lane: Lane, level: number) => {
    const y = lane.y + lane.height * (1 - level);
    baselines.push({ x: left, x2: left + count * step, y, y2: y });
  };
  if (lanes.disagreement) {
    line(lanes.disagreement, 0);
    readings.forEach((reading, t) => {
      if (reading.disagreement > 0)
        result.push(bar(lanes.disagreement!, t, 0, reading.disagreement, theme.ink));
    });
  }
  for (const kind of ["score", "attention"] as const) {
    const lane = lanes[kind];
    if (!lane) continue;
    const values = clip.frames![kind]!.map((value) => value ?? NaN);
    const finite = values.filter(Number.isFinite);
    const [lowest, highest] = [Math.min(0, ...finite), Math.max(0, ...finite)];
    const level = (value: number) => (value - lowest) / (highest - lowest || 1);
    line(lane, level(0));
    values.forEach((value, t) => {
      if (!Number.isFinite(value)) return;
      const ends = [level(0), level(value)].sort((a, b) => a - b);
      result.push(bar(lane, t, ends[0], ends[1], theme.faintInk));
    });
  }
  return { bars: result, baselines };
}

function deviations(readings: readonly FrameReading[], layout: TimelineLayout): Datasets {
  const { lanes, left, step } = layout;
  const lane = lanes.thumbnails ?? lanes.truth ?? lanes.pseudo;
  const marked = readings.flatMap((reading, t) => (reading.deviation === "" ? [] : [{ ...reading, t }]));
  return {
    deviating: lane
      ? marked.map(({ t }) => ({
          x: left + t * step + 1,
          x2: left + (t + 1) * step - 1,
          y: lane.y + 1,
          y2: lane.y + Math.min(lane.height, lanes.thumbnails ? step - 2 : lane.height) - 1,
          fill: "transparent",
        }))
      : [],
    deviationMarks:
      lane && step >= 14
        ? marked.map(({ t, deviationIsKnown }) => ({
            x: left + (t + 0.5) * step,
            y: lane.y - 1,
            text: deviationIsKnown ? "▼" : "▽",
          }))
        : [],
  };
}
