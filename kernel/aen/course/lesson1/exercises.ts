import type { Exercise } from "../exercise.js";
import { cohensKappa, fleissKappa, majorityLabel } from "./agreement.js";
import { sentimentShares, smile } from "./expressions.js";
import { agreementByChance, surpriseAndFear, whatLabelsMean, whichEmotion } from "./quizzes.js";

/** Lesson 1, "Faces and emotions". */
export const lesson1: readonly Exercise[] = [
  whichEmotion,
  sentimentShares,
  smile,
  surpriseAndFear,
  majorityLabel,
  agreementByChance,
  cohensKappa,
  fleissKappa,
  whatLabelsMean,
];
