import type { FrameReading } from "../compute/frames.js";
import {
  cssColor,
  type Datasets,
  type Datum,
  type Layer,
  lines,
  rectangles,
  texts,
} from "../drawing/layers.js";
import type { Theme } from "../theme.js";
import type { TimelineLayout } from "./timelineLayout.js";
import { worded } from "../../words/words.js";

/** Columns of a timeline next to each other, both included, none of which shows a face. */
export interface FacelessRun {
  readonly from: number;
  readonly to: number;
}

/** The frames without a face as runs of columns. */
export function facelessRuns(readings: readonly Pick<FrameReading, "hasFace">[]): FacelessRun[] {
  const runs: FacelessRun[] = [];
  readings.forEach(({ hasFace }, t) => {
    if (hasFace) return;
    const last = runs.at(-1);
    if (last?.to === t - 1) runs[runs.length - 1] = { from: last.from, to: t };
    else runs.push({ from: t, to: t });
  });
  return runs;
}

/** How frames without a face are drawn: a struck-through plate where frames with one have their labels. */
export function facelessLayers(theme: Theme): Layer[] {
  return [
    rectangles("faceless", {
      mark: { strokeWidth: 1 },
      encoding: {
        stroke: cssColor("stroke"),
        description: { field: "description", type: "nominal" },
        tooltip: { field: "description", type: "nominal" },
      },
    }),
    lines("facelessLines", { mark: { stroke: theme.faintInk, strokeWidth: 1.5, aria: false } }),
    texts("facelessWords", { mark: { align: "center", fill: theme.faintInk, fontStyle: "italic" } }),
  ];
}

/** Narrower runs have no room for the words. */
const widthOfWords = 48;

/** The data of {@link facelessLayers}. */
export function facelessDatasets(
  readings: readonly FrameReading[],
  { lanes, left, step }: TimelineLayout,
  theme: Theme,
): Datasets {
  const struck = [lanes.pseudo, lanes.network].filter((lane) => lane !== undefined);
  const shown = [...struck, ...(lanes.probabilities ? [lanes.probabilities] : [])];
  const runs = facelessRuns(readings).map(({ from, to }) => {
    const description =
      from === to
        ? worded("Frame {0}: no face", readings[from].number)
        : worded("Frames {0} to {1}: no face", readings[from].number, readings[to].number);
    return { x: left + from * step + 0.5, x2: left + (to + 1) * step - 0.5, description };
  });
  const boxes = shown.flatMap(({ y, height }) =>
    runs.map((run): Datum => ({ ...run, y, y2: y + height, fill: theme.plate, stroke: theme.line })),
  );
  const strokes = struck.flatMap(({ y, height }) =>
    runs.map(({ x, x2 }) => ({ x: x + 3, x2: x2 - 3, y: y + height / 2, y2: y + height / 2 })),
  );
  const wordLane = lanes.probabilities;
  const words = runs.filter(({ x, x2 }) => wordLane && x2 - x >= widthOfWords);
  return {
    faceless: boxes,
    facelessLines: strokes,
    facelessWords: words.map(({ x, x2 }) => ({
      ...{ x: (x + x2) / 2, y: wordLane!.y + wordLane!.height / 2 },
      text: worded("no face"),
    })),
  };
}
