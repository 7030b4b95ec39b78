import type { ClipPrediction } from "../clipPrediction.js";
import { parseJsonLines } from "./jsonLines.js";

/**
 * The predictions of an evaluation, one clip per line.
 * @param text `predictions.jsonl`
 * @returns null when a line is damaged, since scores over fewer clips would differ
 */
export function parsePredictions(text: string): ClipPrediction[] | null {
  let whole = true;
  const predictions = parseJsonLines(text, isPrediction, () => (whole = false));
  return whole ? predictions : null;
}

function isPrediction(value: object): value is ClipPrediction {
  return "clip" in value;
}

/** The inverse of {@link parsePredictions}. */
export function formatPredictions(predictions: readonly ClipPrediction[]): string {
  return predictions.map((prediction) => `${JSON.stringify(prediction)}\n`).join("");
}
