import type { Exercise } from "../exercise.js";
import { bestTemperature, calibrationError, whatHolds, withTemperature } from "./calibration.js";
import { alwaysHappy, confusionMatrix, unweightedRecall, weightedRecall } from "./rates.js";
import { sharedPeople, whatSplitsAsk } from "./splits.js";

/** Lesson 3, "A frame classifier". */
export const lesson3: readonly Exercise[] = [
  whatSplitsAsk,
  sharedPeople,
  confusionMatrix,
  weightedRecall,
  unweightedRecall,
  alwaysHappy,
  calibrationError,
  withTemperature,
  bestTemperature,
  whatHolds,
];
