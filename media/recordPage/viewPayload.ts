import { viewMimeTypes } from "../../kernel/contracts/viewMimeTypes.js";
import type { NamedPredictions, ViewSource } from "../../kernel/contracts/recordPage.js";
import type { Labels } from "../../kernel/contracts/labels.js";
import { clipPayload } from "../../kernel/figures/bundles/clipPayload.js";
import { confusionDifferencePayload } from "../../kernel/figures/bundles/confusionDifference.js";
import { confusionMatrixPayload } from "../../kernel/figures/bundles/confusionMatrix.js";
import { trainingBoardPayload } from "../../kernel/figures/bundles/trainingBoard.js";
import { trainingBoardOf } from "../../kernel/figures/trainingBoard/boardOfRun.js";

/** What a view of notebooks is mounted with. */
export interface MountedPayload {
  readonly mimeType: string;
  readonly payload: unknown;
}

/** The payload of a view that the page shares with notebooks. */
export function viewPayload(
  source: Extract<ViewSource, { draws: "training-board" | "confusion-matrix" | "ablation-board" }>,
): MountedPayload {
  return { mimeType: viewMimeTypes[source.draws], payload: payloadOf(source) };
}

function payloadOf(source: Parameters<typeof viewPayload>[0]): unknown {
  if (source.draws === "training-board") return trainingBoardPayload(trainingBoardOf(source.run));
  if (source.draws === "confusion-matrix") return confusionMatrixPayload(source);
  const { payload, predictions } = source;
  const arms = payload.arms.map((arm, index) => ({
    ...arm,
    clips: (predictions[index] ?? []).map((prediction) => clipPayload(prediction)),
  }));
  return { ...payload, arms };
}

/** One run's confusions minus another's. */
export function differencePayload(
  labels: Labels,
  base: NamedPredictions,
  run: NamedPredictions,
): MountedPayload {
  return {
    mimeType: viewMimeTypes["confusion-difference"],
    payload: confusionDifferencePayload({ labels, base, run }),
  };
}
