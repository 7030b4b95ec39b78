import type { Exercise } from "../exercise.js";
import { alignByEyes, usableFrames } from "./alignment.js";
import { overlapOfBoxes, shareFound, trackerStep } from "./boxes.js";
import { frameOnScreen, whatDetectionMeans } from "./quizzes.js";

/** Lesson 2, "From a video to a face". */
export const lesson2: readonly Exercise[] = [
  frameOnScreen,
  overlapOfBoxes,
  shareFound,
  alignByEyes,
  trackerStep,
  usableFrames,
  whatDetectionMeans,
];
