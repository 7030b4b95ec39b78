import type { Labels } from "../../contracts/labels.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import type { IntervalOptions } from "../../metrics/rateInterval.js";
import { reportedBeta } from "../../metrics/fusion.js";
import { confusionReport, type ReportedClips } from "../confusionMatrix/confusionReport.js";
import { confusionSpec } from "../confusionMatrix/confusionSpec.js";
import { standAlone } from "../drawing/picture.js";
import { renderSvg } from "../drawing/svg.js";
import type { MimeBundle } from "../../contracts/mimeBundle.js";
import { viewMimeTypes } from "../../contracts/viewMimeTypes.js";
import type { ConfusionMatrixPayload } from "../../contracts/payloads/confusionMatrix.js";
import { clipPayload, type FrameDetail, framesPayload, labelsPayload } from "./clipPayload.js";
import { lightTheme } from "../theme.js";

export interface ConfusionMatrixInput {
  readonly predictions: readonly ClipPrediction[];
  readonly labels: Labels;
  /** Weight of the clip head in the fused score, 0..1; 0.3 as in the published evaluation (SPEC.md, section 7). */
  readonly beta?: number;
  /** Of the intervals. */
  readonly bootstrap?: IntervalOptions;
  readonly title?: string;
  /** What else a reader should know, in sentences: below the figures. */
  readonly notes?: readonly string[];
  /** One picture per clip id, as a data URI. */
  readonly thumbnails?: Readonly<Record<string, string>> | ReadonlyMap<string, string>;
  /** Frames of clips by id: their timelines open from the matrix. Include only clips that matter; frames are large. */
  readonly frames?: ReadonlyMap<string, FrameDetail>;
}

/**
 * The emotion-group confusion matrix: interactive with a renderer installed, Vega-Lite in JupyterLab, SVG
 * elsewhere, a text table in a terminal.
 */
export async function confusionMatrixView(input: ConfusionMatrixInput): Promise<MimeBundle> {
  return confusionMatrixBundle(confusionMatrixPayload(input));
}

/** The data of a confusion matrix. */
export function confusionMatrixPayload(input: ConfusionMatrixInput): ConfusionMatrixPayload {
  const { beta = reportedBeta, bootstrap = {} } = input;
  const thumbnails =
    input.thumbnails instanceof Map ? input.thumbnails : new Map(Object.entries(input.thumbnails ?? {}));
  return {
    view: "confusion-matrix",
    version: 1,
    ...(input.title === undefined ? {} : { title: input.title }),
    labels: labelsPayload(input.labels),
    beta,
    ...(Object.keys(bootstrap).length > 0 && { bootstrap }),
    ...(input.notes && input.notes.length > 0 && { notes: input.notes }),
    clips: input.predictions.map((prediction) => {
      const detail = input.frames?.get(prediction.clip);
      const clip = clipPayload(prediction, {
        ...{ beta, groups: input.labels.groups },
        thumbnail: thumbnails.get(prediction.clip),
      });
      return detail ? { ...clip, frames: framesPayload(prediction, detail) } : clip;
    }),
  };
}

/** All forms of a confusion matrix. */
export async function confusionMatrixBundle(payload: ConfusionMatrixPayload): Promise<MimeBundle> {
  return { [viewMimeTypes["confusion-matrix"]]: payload, ...(await stillConfusionMatrix(payload)) };
}

/** A confusion matrix where no renderer is installed. */
export async function stillConfusionMatrix(clips: ReportedClips): Promise<MimeBundle> {
  const { title, confusion, lines, text } = confusionReport(clips);
  const drawing = {
    confusion,
    groupNames: clips.labels.groups.map((group) => group.name),
    figure: "row rate" as const,
    width: 560,
    theme: lightTheme,
    description: `${title}. Rows are the truth, columns the prediction. ${lines.join(" ")}`,
  };
  const captions = ["Rows: truth. Columns: prediction. Percent of the row.", ...lines];
  const spec = standAlone(confusionSpec(drawing), title, captions, lightTheme);
  return { "image/svg+xml": await renderSvg(spec), "text/plain": text };
}
