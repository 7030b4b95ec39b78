import type { Exercise } from "../exercise.js";
import { errorShares, fusedEmotions } from "./decisions.js";
import { attendedLevel, groupShares } from "./levels.js";
import { sumOfLogs, whatHoldsOfAen, whatPartsDo, withinByChance } from "./quizzes.js";

/** Lesson 5, "AEN". */
export const lesson5: readonly Exercise[] = [
  whatPartsDo,
  groupShares,
  sumOfLogs,
  fusedEmotions,
  errorShares,
  withinByChance,
  attendedLevel,
  whatHoldsOfAen,
];
