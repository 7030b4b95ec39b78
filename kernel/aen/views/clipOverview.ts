import type { LabelSet } from "../labels.js";
import type { ClipPrediction } from "../metrics/clipPrediction.js";
import { deviatingShare } from "./compute/frames.js";
import { byDeviation, overviewLine } from "./compute/overview.js";
import { percent } from "./drawing/names.js";
import { standAlone } from "./drawing/picture.js";
import { renderSvg } from "./drawing/svg.js";
import type { MimeBundle } from "./mimeBundle.js";
import { vegaLiteMimeType, viewMimeTypes } from "./mimeTypes.js";
import { overviewSpec } from "./overviewSpec.js";
import type { ClipOverviewPayload } from "./payload/clipOverview.js";
import { clipPayload, type FrameDetail, framesPayload, labelsPayload } from "./payload/fromPrediction.js";
import { lightTheme } from "./theme.js";

export interface ClipOverviewInput {
  readonly predictions: readonly ClipPrediction[];
  readonly labels: LabelSet;
  /** What is known beside the predictions of the frames of clips, by clip id. */
  readonly frames?: ReadonlyMap<string, FrameDetail>;
  readonly beta?: number;
  readonly title?: string;
}

/** The frames of many clips at a glance, the clips whose frames deviate most on top. */
export async function clipOverviewView(input: ClipOverviewInput): Promise<MimeBundle> {
  return clipOverviewBundle({
    view: "clip-overview",
    version: 1,
    ...(input.title === undefined ? {} : { title: input.title }),
    labels: labelsPayload(input.labels),
    beta: input.beta ?? 0.3,
    clips: input.predictions.map((prediction) => ({
      ...clipPayload(prediction),
      frames: framesPayload(prediction, input.frames?.get(prediction.clip)),
    })),
  });
}

const stillRows = 40;

/** All forms of an overview; the picture shows the first 40 clips. */
export async function clipOverviewBundle(payload: ClipOverviewPayload): Promise<MimeBundle> {
  const { labels } = payload;
  const title = payload.title ?? "Frames of all clips";
  const sorted = byDeviation(payload.clips);
  const line = overviewLine(sorted, payload.clips.length);
  const clips = sorted.slice(0, stillRows);
  const drawing = { clips, labels, color: "pseudo" as const, width: 640, theme: lightTheme };
  const captions = [line, "Colour: pseudo label. Underlined: the frame deviates from the clip's label."];
  const spec = standAlone(
    overviewSpec({ ...drawing, description: `${title}. ${line}` }),
    title,
    captions,
    lightTheme,
  );
  const rows = clips.slice(0, 20).map((clip) => `${percent(deviatingShare(clip)).padStart(4)} %  ${clip.id}`);
  return {
    [viewMimeTypes["clip-overview"]]: payload,
    [vegaLiteMimeType]: spec,
    "image/svg+xml": await renderSvg(spec),
    "text/plain": [title, line, "", "share of deviating frames:", ...rows].join("\n"),
  };
}
