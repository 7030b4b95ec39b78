import type { Exercise } from "../exercise.js";
import { attentionPooling, meanProbabilities } from "./pooling.js";
import { flippedVote, whatHolds, whatIsCombined, whatOrderChanges } from "./quizzes.js";
import { majorityRight, majorityVote } from "./votes.js";

/** Lesson 4, "From frames to a clip". */
export const lesson4: readonly Exercise[] = [
  whatIsCombined,
  majorityVote,
  flippedVote,
  majorityRight,
  meanProbabilities,
  attentionPooling,
  whatOrderChanges,
  whatHolds,
];
