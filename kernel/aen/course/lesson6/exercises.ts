import type { Exercise } from "../exercise.js";
import { energy, noisyScores, pooledShares } from "./energy.js";
import { doubledWidth, groupShare, whatHolds, whatTermsCompare } from "./quizzes.js";
import { frameScores, semanticTransfer, weightedSum } from "./semanticTransfer.js";

/** Lesson 6, "The loss terms". */
export const lesson6: readonly Exercise[] = [
  whatTermsCompare,
  frameScores,
  weightedSum,
  semanticTransfer,
  doubledWidth,
  pooledShares,
  groupShare,
  energy,
  noisyScores,
  whatHolds,
];
