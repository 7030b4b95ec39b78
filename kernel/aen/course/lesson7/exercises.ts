import type { Exercise } from "../exercise.js";
import { holmExercise } from "./holmExercise.js";
import { powerExercise } from "./power.js";
import { clipsAlone, fiveSeeds, whatMayBeReported, whatVerdictSays } from "./quizzes.js";
import { pairedT, seedInterval } from "./seeds.js";
import { maxP, signFlipP } from "./signFlips.js";

/** Lesson 7, "Ablations". */
export const lesson7: readonly Exercise[] = [
  clipsAlone,
  seedInterval,
  pairedT,
  signFlipP,
  fiveSeeds,
  holmExercise,
  maxP,
  powerExercise,
  whatVerdictSays,
  whatMayBeReported,
];
