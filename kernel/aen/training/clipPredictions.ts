import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import type { ArrayValue } from "../../engine/contract.js";
import type { Clip } from "../clips/clip.js";
import { showsFace, withoutFace } from "../clips/framesWithFace.js";

/**
 * A network's prediction for one clip; frames without a face have no logits.
 * @param row the clip's row in each output
 * @param outputs `clip`, `emotion` and, where the network has them, `group` (log probabilities) and `frameAttention`,
 *   `[clips, width]`; `frameLogits` and, if there is a frozen frame model, `pseudoLabelLogits`, `[clips, frames, emotions]`
 */
export function predictionOf(
  clip: Pick<Clip, "id" | "label" | "faceSights">,
  frameNumbers: readonly number[],
  row: number,
  outputs: Readonly<Record<string, Pick<ArrayValue, "data" | "shape">>>,
): ClipPrediction {
  const { pseudoLabelLogits } = outputs;
  const without = withoutFace(clip, frameNumbers);
  const ofFaces = (rows: Rows) =>
    rowsOf(rows, row).map((logits, place) => (showsFace(clip, frameNumbers[place]) ? logits : null));
  return inTime({
    clip: clip.id,
    label: clip.label,
    frameNumbers,
    ...(without && { withoutFace: without.sort((a, b) => a - b) }),
    clipLogProbabilities: rowOf(outputs.clip, row),
    sentimentLogProbabilities: outputs.group ? rowOf(outputs.group, row) : [],
    emotionLogProbabilities: rowOf(outputs.emotion, row),
    frameLogits: ofFaces(outputs.frameLogits),
    ...(outputs.frameAttention ? { frameAttention: rowOf(outputs.frameAttention, row) } : {}),
    ...(pseudoLabelLogits ? { pseudoLabelLogits: ofFaces(pseudoLabelLogits) } : {}),
  });
}

/** The predictions for clips of another data set, with their labels in the model's emotions, in the same order. */
export function withLabelsOf(
  predictions: readonly ClipPrediction[],
  { clips }: { readonly clips: readonly Pick<Clip, "label" | "originalLabel">[] },
): ClipPrediction[] {
  return predictions.map((prediction, index) => {
    const { label, originalLabel } = clips[index];
    return { ...prediction, label, ...(originalLabel !== undefined && { originalLabel }) };
  });
}

/** Frames that the network got in another order stand in time again, so that every view shows them so. */
function inTime(prediction: ClipPrediction): ClipPrediction {
  const { frameNumbers, frameLogits, frameAttention, pseudoLabelLogits } = prediction;
  if (frameNumbers.every((number, index) => index === 0 || number >= frameNumbers[index - 1]))
    return prediction;
  const order = frameNumbers.map((_, index) => index).sort((a, b) => frameNumbers[a] - frameNumbers[b]);
  const sorted = <Value>(values: readonly Value[]) => order.map((index) => values[index]);
  return {
    ...prediction,
    frameNumbers: sorted(frameNumbers),
    ...(frameLogits && { frameLogits: sorted(frameLogits) }),
    ...(frameAttention && { frameAttention: sorted(frameAttention) }),
    ...(pseudoLabelLogits && { pseudoLabelLogits: sorted(pseudoLabelLogits) }),
  };
}

type Rows = Pick<ArrayValue, "data" | "shape">;

function rowOf({ data, shape }: Rows, row: number): number[] {
  return Array.from(data.subarray(row * shape[1], (row + 1) * shape[1]));
}

function rowsOf({ data, shape }: Rows, row: number): number[][] {
  const [, frames, width] = shape;
  return Array.from({ length: frames }, (_, frame) => {
    const start = (row * frames + frame) * width;
    return Array.from(data.subarray(start, start + width));
  });
}
