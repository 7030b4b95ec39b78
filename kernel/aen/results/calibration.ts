import { displayMethod, type Displayable, type MimeBundle } from "../../contracts/mimeBundle.js";
import { calibrationBundle } from "../../figures/bundles/calibration.js";
import { calibrationText } from "../../figures/calibration/calibrationText.js";
import type { CalibrationBin } from "../../metrics/calibration.js";
import {
  type CalibrationFigures,
  calibrationFigures,
  type CalibrationFiguresOptions,
  type ScaledCalibration,
} from "../../metrics/calibrationFigures.js";
import { clipScores } from "../../metrics/clipScores.js";
import type { Interval } from "../../metrics/rateInterval.js";
import type { EvaluatedClips } from "./evaluatedClips.js";
import type { FittedTemperature } from "./fittedTemperature.js";

/** How the calibration of an evaluation is computed. */
export interface CalibrationOptions {
  /** Of equal width, from 0 to 1. @default 15 */
  readonly bins?: number;
  /** `validation.fitTemperature()`: the scaled error is shown beside the unscaled one. */
  readonly temperature?: FittedTemperature;
  /** Of the interval's resamples. @default 0 */
  readonly seed?: number;
  /** Of the interval. @default 0.95 */
  readonly level?: number;
}

/**
 * How far the probability of the named emotion is from the share of right answers. Displays as a reliability diagram,
 * in a terminal as a table.
 */
export class Calibration implements CalibrationFigures, Displayable {
  readonly bins: readonly CalibrationBin[];
  readonly clips: number;
  readonly ece: number;
  readonly interval: Interval | null;
  readonly noInterval: string | null;
  readonly debiased: number;
  readonly people: number | null;
  readonly nameless: number;
  /** The same clips with the temperature; null where none was given. */
  readonly scaled: ScaledCalibration | null;

  /** @throws RangeError if `bins` is not a positive integer, or the temperature was fitted with another beta */
  constructor(evaluation: EvaluatedClips, { temperature, ...options }: CalibrationOptions = {}) {
    const figures = figuresOf(evaluation, options);
    this.bins = figures.bins;
    this.clips = figures.clips;
    this.ece = figures.ece;
    this.interval = figures.interval;
    this.noInterval = figures.noInterval;
    this.debiased = figures.debiased;
    this.people = figures.people;
    this.nameless = figures.nameless;
    this.scaled = temperature ? scaledBy(temperature, evaluation, options) : null;
  }

  toString(): string {
    return calibrationText({ figures: this, scaled: this.scaled });
  }

  async [displayMethod](): Promise<MimeBundle> {
    return calibrationBundle({ figures: this, scaled: this.scaled });
  }
}

function figuresOf(
  { predictions, beta }: EvaluatedClips,
  options: CalibrationFiguresOptions,
): CalibrationFigures {
  return calibrationFigures(predictions.map(clipScores), beta, options);
}

function scaledBy(
  fit: FittedTemperature,
  evaluation: EvaluatedClips,
  options: CalibrationFiguresOptions,
): ScaledCalibration {
  if (fit.beta !== evaluation.beta)
    throw new RangeError(
      `The temperature was fitted with beta ${fit.beta}, this evaluation has ${evaluation.beta}; bring both to one beta with atBeta(${fit.beta}).`,
    );
  const { clips, people } = fit.sharedWith(evaluation);
  const figures = figuresOf(evaluation, { ...options, temperature: fit.value });
  return { figures, fit, sharedClips: clips, sharedPeople: people };
}
