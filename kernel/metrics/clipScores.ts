import type { ClipPrediction } from "../contracts/clipPrediction.js";
import type { ClipScores } from "../contracts/clipScores.js";

/** The scores of a prediction, without its frames; nothing is copied. */
export function clipScores(prediction: ClipPrediction): ClipScores {
  return {
    label: prediction.label,
    ...(prediction.person !== undefined && { person: prediction.person }),
    clip: prediction.clipLogProbabilities,
    sentiment: prediction.sentimentLogProbabilities,
    emotion: prediction.emotionLogProbabilities,
  };
}
