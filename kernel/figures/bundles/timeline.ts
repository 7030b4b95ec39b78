import type { FrameTruth } from "../../contracts/frameTruth.js";
import type { Labels } from "../../contracts/labels.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import { reportedBeta } from "../../metrics/fusion.js";
import { standAlone } from "../drawing/picture.js";
import { renderSvg } from "../drawing/svg.js";
import type { MimeBundle } from "../../contracts/mimeBundle.js";
import { viewMimeTypes } from "../../contracts/viewMimeTypes.js";
import { clipPayload, framesPayload, labelsPayload } from "./clipPayload.js";
import type { TimelinePayload } from "../../contracts/payloads/timeline.js";
import { lightTheme } from "../theme.js";
import { timelineSpec } from "../timeline/timelineSpec.js";
import { timelineLines, timelineText } from "../timeline/timelineText.js";

export interface TimelineInput {
  readonly clip: {
    readonly id: string;
    /** Index into the label set; null for an unlabelled clip. */
    readonly label: number | null;
    /** One entry per frame; null when unknown. */
    readonly truth: readonly FrameTruth[] | null;
    /** Frames per second; null when unknown. */
    readonly frameRate: number | null;
  };
  readonly prediction: ClipPrediction;
  readonly labels: Labels;
  /** Pictures as data URIs, one per entry of the prediction's `frameNumbers`. */
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
  const { clip, prediction, thumbnails, title, beta = reportedBeta } = input;
  return {
    view: "frame-timeline",
    version: 1,
    ...(title === undefined ? {} : { title }),
    labels: labelsPayload(input.labels),
    beta,
    clip: {
      ...clipPayload({ ...prediction, label: clip.label }, { beta, groups: input.labels.groups }),
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
  const key = [
    "▼ deviates from the clip's label (known), ▽ suspected: the pseudo label differs.",
    ...(clip.frames?.withoutFace ? ["Struck through: no face was found."] : []),
  ];
  const spec = standAlone(timelineSpec(drawing), title, [...lines, ...key], lightTheme);
  return {
    [viewMimeTypes["frame-timeline"]]: payload,
    "image/svg+xml": await renderSvg(spec),
    "text/plain": [title, "", timelineText(clip, labels), "", ...lines].join("\n"),
  };
}
