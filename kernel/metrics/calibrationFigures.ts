import type { ClipScores } from "../contracts/clipScores.js";
import {
  answersOf,
  type CalibrationBin,
  calibrationBins,
  expectedCalibrationError,
  usualBins,
} from "./calibration.js";
import {
  calibrationInterval,
  type CalibrationIntervalOptions,
  type CalibrationTrust,
} from "./calibrationInterval.js";
import type { TemperatureFit } from "./temperature.js";

/** How sure a network is, how often it is right, and how far both can be trusted. */
export interface CalibrationFigures extends CalibrationTrust {
  /** Of equal width, from 0 to 1. */
  readonly bins: readonly CalibrationBin[];
  /** The clips with a label and finite scores. */
  readonly clips: number;
  /** Expected calibration error, 0 to 1; NaN without clips. */
  readonly ece: number;
}

/** The calibration of the same clips with a temperature. */
export interface ScaledCalibration {
  readonly figures: CalibrationFigures;
  readonly fit: TemperatureFit;
  /** How many of the judged clips have the id of one that the temperature was fitted on. */
  readonly sharedClips: number;
  /** How many of the judged people are named like one that the temperature was fitted on. */
  readonly sharedPeople: number;
}

export interface CalibrationFiguresOptions extends CalibrationIntervalOptions {
  /** @default 15 */
  readonly bins?: number;
  /** By which the fused scores are divided, above 0. @default 1 */
  readonly temperature?: number;
}

/**
 * The calibration of the emotions named at a beta.
 * @throws RangeError if `bins` is not a positive integer
 */
export function calibrationFigures(
  clips: readonly ClipScores[],
  beta: number,
  { bins: count = usualBins, temperature = 1, ...options }: CalibrationFiguresOptions = {},
): CalibrationFigures {
  const answers = answersOf(clips, beta, temperature);
  const bins = calibrationBins(answers, count);
  const trust = calibrationInterval(answers, count, options);
  return { bins, clips: answers.length, ece: expectedCalibrationError(bins), ...trust };
}
