import type { Clip } from "../data/clip.js";
import type { LabelSet } from "../labels.js";
import type { ClipPrediction } from "../metrics/clipPrediction.js";
import { standAlone } from "./drawing/picture.js";
import { renderSvg } from "./drawing/svg.js";
import type { MimeBundle } from "./mimeBundle.js";
import { vegaLiteMimeType, viewMimeTypes } from "./mimeTypes.js";
import { clipPayload, framesPayload, labelsPayload } from "./payload/fromPrediction.js";
import type { TimelinePayload } from "./payload/timeline.js";
import { lightTheme } from "./theme.js";
import { timelineSpec } from "./timelineSpec.js";
import { timelineLines, timelineText } from "./timelineText.js";

export interface TimelineInput {
  readonly clip: Pick<Clip, "id" | "label" | "truth" | "frameRate">;
  readonly prediction: ClipPrediction;
  readonly labels: LabelSet;
  /** Pictures as data URIs, one for each entry of the prediction's `frameNumbers`. */
  readonly thumbnails?: readonly string[];
  readonly title?: string;
  /** 0..1, 0.3 when absent. */
  readonly beta?: number;
}

/** The frame-label timeline of one clip. */
export async function timelineView(input: TimelineInput): Promise<MimeBundle> {
  return timelineBundle(timelinePayload(input));
}

/** The data of a timeline. */
export function timelinePayload(input: TimelineInput): TimelinePayload {
  const { clip, prediction, thumbnails, title } = input;
  return {
    view: "frame-timeline",
    version: 1,
    ...(title === undefined ? {} : { title }),
    labels: labelsPayload(input.labels),
    beta: input.beta ?? 0.3,
    clip: {
      ...clipPayload({ ...prediction, label: clip.label }),
      id: clip.id,
      frames: framesPayload(prediction, { truth: clip.truth, frameRate: clip.frameRate, thumbnails }),
    },
  };
}

/** All forms of a timeline. */
export async function timelineBundle(payload: TimelinePayload): Promise<MimeBundle> {
  const { clip, labels, beta } = payload;
  const title = payload.title ?? `Frames of ${clip.id}`;
  const lines = timelineLines(clip, labels, beta);
  const drawing = {
    clip,
    labels,
    width: 720,
    theme: lightTheme,
    description: `${title}. ${lines.join(" ")}`,
  };
  const key = "▼ deviates from the clip's label (known), ▽ suspected: the pseudo label differs.";
  const spec = standAlone(timelineSpec(drawing), title, [...lines, key], lightTheme);
  return {
    [viewMimeTypes["frame-timeline"]]: payload,
    [vegaLiteMimeType]: spec,
    "image/svg+xml": await renderSvg(spec),
    "text/plain": [title, "", timelineText(clip, labels), "", ...lines].join("\n"),
  };
}
