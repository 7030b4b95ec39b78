import type { LabelSet } from "../labels.js";
import type { ClipPrediction } from "../metrics/clipPrediction.js";
import { confusionClasses, countConfusion, predictions, summarize } from "./compute/confusion.js";
import { confusionSpec } from "./confusionSpec.js";
import { confusionText, summaryLines } from "./confusionText.js";
import { standAlone } from "./drawing/picture.js";
import { renderSvg } from "./drawing/svg.js";
import type { MimeBundle } from "./mimeBundle.js";
import { vegaLiteMimeType, viewMimeTypes } from "./mimeTypes.js";
import type { ConfusionMatrixPayload } from "./payload/confusionMatrix.js";
import { clipPayload, type FrameDetail, framesPayload, labelsPayload } from "./payload/fromPrediction.js";
import { lightTheme } from "./theme.js";

export interface ConfusionMatrixInput {
  readonly predictions: readonly ClipPrediction[];
  readonly labels: LabelSet;
  /** Share of the clip head in the fused score, 0..1; 0.3 as in the published evaluation (SPEC.md, section 7). */
  readonly beta?: number;
  readonly title?: string;
  /** One picture per clip id, as a data URI. */
  readonly thumbnails?: Readonly<Record<string, string>> | ReadonlyMap<string, string>;
  /** Frames of clips by id: their timelines open from the matrix. Keep it to the clips that matter, they weigh. */
  readonly frames?: ReadonlyMap<string, FrameDetail>;
}

/**
 * The emotion-group confusion matrix: interactive where a renderer is installed, Vega-Lite in JupyterLab, SVG
 * elsewhere, a table of text in a terminal.
 */
export async function confusionMatrixView(input: ConfusionMatrixInput): Promise<MimeBundle> {
  return confusionMatrixBundle(confusionMatrixPayload(input));
}

/** The data of a confusion matrix. */
export function confusionMatrixPayload(input: ConfusionMatrixInput): ConfusionMatrixPayload {
  const thumbnails =
    input.thumbnails instanceof Map ? input.thumbnails : new Map(Object.entries(input.thumbnails ?? {}));
  return {
    view: "confusion-matrix",
    version: 1,
    ...(input.title === undefined ? {} : { title: input.title }),
    labels: labelsPayload(input.labels),
    beta: input.beta ?? 0.3,
    clips: input.predictions.map((prediction) => {
      const detail = input.frames?.get(prediction.clip);
      const clip = clipPayload(prediction, thumbnails.get(prediction.clip));
      return detail ? { ...clip, frames: framesPayload(prediction, detail) } : clip;
    }),
  };
}

/** All forms of a confusion matrix. */
export async function confusionMatrixBundle(payload: ConfusionMatrixPayload): Promise<MimeBundle> {
  const { labels, clips, beta } = payload;
  const predicted = predictions(clips, beta);
  const confusion = countConfusion(clips, predicted, confusionClasses(labels, new Set()));
  const lines = summaryLines(summarize(clips, predicted, labels), beta);
  const title = payload.title ?? "Confusion matrix by sentiment group";
  const drawing = {
    confusion,
    groupNames: labels.groups.map((group) => group.name),
    figure: "row rate" as const,
    width: 560,
    theme: lightTheme,
    description: `${title}. Rows are the truth, columns the prediction. ${lines.join(" ")}`,
  };
  const captions = ["Rows: truth. Columns: prediction. Percent of the row.", ...lines];
  const spec = standAlone(confusionSpec(drawing), title, captions, lightTheme);
  return {
    [viewMimeTypes["confusion-matrix"]]: payload,
    [vegaLiteMimeType]: spec,
    "image/svg+xml": await renderSvg(spec),
    "text/plain": [title, "", confusionText(confusion), "", ...lines].join("\n"),
  };
}
