import type { Labels } from "../../contracts/labels.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import { reportedBeta } from "../../metrics/fusion.js";
import { comparedMatrices, differenceLines, differenceText, differenceTitle } from "../compute/difference.js";
import { confusionSpec } from "../confusionMatrix/confusionSpec.js";
import { standAlone } from "../drawing/picture.js";
import { renderSvg } from "../drawing/svg.js";
import type { MimeBundle } from "../../contracts/mimeBundle.js";
import { viewMimeTypes } from "../../contracts/viewMimeTypes.js";
import type { ConfusionDifferencePayload } from "../../contracts/payloads/confusionDifference.js";
import { clipPayload, type FrameDetail, framesPayload, labelsPayload } from "./clipPayload.js";
import { lightTheme } from "../theme.js";

export interface ConfusionDifferenceInput {
  readonly base: { readonly name: string; readonly predictions: readonly ClipPrediction[] };
  readonly run: { readonly name: string; readonly predictions: readonly ClipPrediction[] };
  readonly labels: Labels;
  readonly beta?: number;
  readonly title?: string;
  /** Frames of clips by id: their timelines (of `run`) open from the matrix. */
  readonly frames?: ReadonlyMap<string, FrameDetail>;
}

/** The confusion matrix of one run minus that of another. */
export async function confusionDifferenceView(input: ConfusionDifferenceInput): Promise<MimeBundle> {
  return confusionDifferenceBundle(confusionDifferencePayload(input));
}

/** The data of a difference. */
export function confusionDifferencePayload(input: ConfusionDifferenceInput): ConfusionDifferencePayload {
  const { base, run, labels, beta = reportedBeta, title, frames } = input;
  const look = { beta, groups: labels.groups };
  return {
    view: "confusion-difference",
    version: 1,
    ...(title === undefined ? {} : { title }),
    labels: labelsPayload(labels),
    beta,
    base: { name: base.name, clips: base.predictions.map((prediction) => clipPayload(prediction, look)) },
    run: {
      name: run.name,
      clips: run.predictions.map((prediction) => {
        const detail = frames?.get(prediction.clip);
        const clip = clipPayload(prediction, look);
        return detail ? { ...clip, frames: framesPayload(prediction, detail) } : clip;
      }),
    },
  };
}

/** All forms of a difference. */
export async function confusionDifferenceBundle(payload: ConfusionDifferencePayload): Promise<MimeBundle> {
  const { base, run } = comparedMatrices(payload);
  const title = differenceTitle(payload);
  const lines = differenceLines(payload);
  const drawing = {
    confusion: run,
    base,
    groupNames: payload.labels.groups.map((group) => group.name),
    figure: "row rate" as const,
    width: 560,
    theme: lightTheme,
    description: `${title}. ${lines.join(" ")}`,
  };
  const captions = [
    "Rows: truth. Columns: prediction. Points of the row; blue is more, orange is less.",
    ...lines,
  ];
  const spec = standAlone(confusionSpec(drawing), title, captions, lightTheme);
  return {
    [viewMimeTypes["confusion-difference"]]: payload,
    "image/svg+xml": await renderSvg(spec),
    "text/plain": differenceText(payload),
  };
}
