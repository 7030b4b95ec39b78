import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import type { Labels } from "../../contracts/labels.js";
import type { MimeBundle } from "../../contracts/mimeBundle.js";
import type { WhatIfPayload, WhatIfPoint, WhatIfTermPayload } from "../../contracts/payloads/whatIf.js";
import { viewMimeTypes } from "../../contracts/viewMimeTypes.js";
import { reportedBeta } from "../../metrics/fusion.js";
import { settingsWords } from "../compute/whatIfSettings.js";
import { clipPayload, labelsPayload } from "./clipPayload.js";
import { stillConfusionMatrix } from "./confusionMatrix.js";

/** A slider setting that was computed. */
export interface WhatIfResult {
  /** In term order. */
  readonly weights: readonly number[];
  readonly predictions: readonly ClipPrediction[];
  /** Duration of the retraining in seconds. */
  readonly seconds?: number;
}

export interface WhatIfInput extends Pick<WhatIfPayload, "study" | "title" | "code"> {
  readonly labels: Labels;
  /** 0..1, 0.3 when absent. */
  readonly beta?: number;
  readonly terms: readonly WhatIfTermPayload[];
  /** The sliders start at the first one. */
  readonly results: readonly WhatIfResult[];
}

/** Sliders for the weights of the loss terms and beta; the static form is the matrix at the first setting. */
export async function whatIfView(input: WhatIfInput): Promise<MimeBundle> {
  return whatIfBundle(whatIfPayload(input));
}

/** The data of a what-if view. */
export function whatIfPayload(input: WhatIfInput): WhatIfPayload {
  const { labels, beta = reportedBeta, results, study, title, terms, code } = input;
  return {
    view: "what-if",
    version: 1,
    ...(title === undefined ? {} : { title }),
    study,
    labels: labelsPayload(labels),
    beta,
    terms,
    points: results.map((result) => whatIfPoint(result, labels, beta)),
    ...(code === undefined ? {} : { code }),
  };
}

/** A computed setting as stored in the view. */
export function whatIfPoint(
  { weights, predictions, seconds }: WhatIfResult,
  { groups }: Pick<Labels, "groups">,
  beta: number,
): WhatIfPoint {
  return {
    weights,
    clips: predictions.map((prediction) => clipPayload(prediction, { beta, groups })),
    ...(seconds === undefined ? {} : { seconds: Math.round(seconds * 100) / 100 }),
  };
}

/** All forms of a what-if view. */
export async function whatIfBundle(payload: WhatIfPayload): Promise<MimeBundle> {
  const { labels, beta, points, terms } = payload;
  const title = payload.title ?? `At ${settingsWords(payload, points[0].weights)}`;
  const still = await stillConfusionMatrix({ title, labels, beta, clips: points[0].clips });
  const note = `${points.length === 1 ? "One setting was" : `${points.length} settings were`} computed for the sliders ${terms.map(({ name }) => name).join(", ")}.`;
  return {
    [viewMimeTypes["what-if"]]: payload,
    ...still,
    "text/plain": `${String(still["text/plain"])}\n${note}`,
  };
}
