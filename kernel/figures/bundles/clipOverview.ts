import type { Labels } from "../../contracts/labels.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import { reportedBeta } from "../../metrics/fusion.js";
import { byDeviation, overviewLine, overviewText, overviewTitle } from "../compute/overview.js";
import { standAlone } from "../drawing/picture.js";
import { renderSvg } from "../drawing/svg.js";
import type { MimeBundle } from "../../contracts/mimeBundle.js";
import { viewMimeTypes } from "../../contracts/viewMimeTypes.js";
import { overviewSpec } from "../clipOverview/overviewSpec.js";
import type { ClipOverviewPayload } from "../../contracts/payloads/clipOverview.js";
import { clipPayload, type FrameDetail, framesPayload, labelsPayload } from "./clipPayload.js";
import { lightTheme } from "../theme.js";

export interface ClipOverviewInput {
  readonly predictions: readonly ClipPrediction[];
  readonly labels: Labels;
  /** What is known about clips' frames besides the predictions, by clip id. */
  readonly frames?: ReadonlyMap<string, FrameDetail>;
  readonly beta?: number;
  readonly title?: string;
}

/** The frames of many clips at a glance, the clips whose frames deviate most on top. */
export async function clipOverviewView(input: ClipOverviewInput): Promise<MimeBundle> {
  return clipOverviewBundle(clipOverviewPayload(input));
}

/** A row takes about 2 kB. */
const mostRows = 1000;

/** The data of an overview; if there are many clips, frames of those that deviate least are omitted. */
export function clipOverviewPayload(input: ClipOverviewInput): ClipOverviewPayload {
  const { predictions, labels, frames, beta = reportedBeta, title } = input;
  const clips = predictions.map((prediction) => ({
    ...clipPayload(prediction, { beta, groups: labels.groups }),
    frames: framesPayload(prediction, frames?.get(prediction.clip)),
  }));
  const kept = new Set(
    byDeviation(clips)
      .slice(0, mostRows)
      .map(({ id }) => id),
  );
  return {
    view: "clip-overview",
    version: 1,
    ...(title === undefined ? {} : { title }),
    labels: labelsPayload(labels),
    beta,
    clips: clips.map(({ frames: known, ...clip }) => (kept.has(clip.id) ? { ...clip, frames: known } : clip)),
  };
}

const stillRows = 40;

/** All forms of an overview; the picture shows the first 40 clips. */
export async function clipOverviewBundle(payload: ClipOverviewPayload): Promise<MimeBundle> {
  const { labels } = payload;
  const title = overviewTitle(payload);
  const sorted = byDeviation(payload.clips);
  const line = overviewLine(sorted, payload.clips.length);
  const clips = sorted.slice(0, stillRows);
  const drawing = { clips, labels, color: "pseudo" as const, width: 640, theme: lightTheme };
  const captions = [
    line,
    "Colour: pseudo label. Underlined: the frame deviates from the clip's label.",
    ...(clips.some(({ frames }) => frames?.withoutFace) ? ["Struck through: no face was found."] : []),
  ];
  const spec = standAlone(
    overviewSpec({ ...drawing, description: `${title}. ${line}` }),
    title,
    captions,
    lightTheme,
  );
  return {
    [viewMimeTypes["clip-overview"]]: payload,
    "image/svg+xml": await renderSvg(spec),
    "text/plain": overviewText(payload),
  };
}
