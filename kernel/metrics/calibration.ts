import type { ClipScores } from "../contracts/clipScores.js";
import { fusedProbabilities } from "./fusion.js";
import { argmax } from "./probabilities.js";

/** The number of bins of Guo et al. 2017. */
export const usualBins = 15;

/** An answer and how sure the network was of it. */
export interface Answer {
  /** The probability of the named emotion, 0 to 1. */
  readonly confidence: number;
  readonly right: boolean;
  /** The person shown, as in {@link ClipScores}. */
  readonly person?: number;
}

/** The answers whose confidence is above `from` and at most `to`. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly clips: number;
  /** Mean confidence, 0 to 1; NaN without clips. */
  readonly confidence: number;
  /** Share of right answers, 0 to 1; NaN without clips. */
  readonly accuracy: number;
}

/**
 * The answers that a network gives to labelled clips; those without a label or a finite score are left out.
 * @param temperature by which the fused scores are divided, above 0
 */
export function answersOf(clips: readonly ClipScores[], beta: number, temperature = 1): Answer[] {
  return clips.flatMap((clip) => {
    const { label, person } = clip;
    const probabilities = fusedProbabilities(clip, beta, temperature);
    const named = argmax(probabilities);
    if (label === null || named < 0) return [];
    const answer = { confidence: probabilities[named], right: named === label };
    return [person === undefined ? answer : { ...answer, person }];
  });
}

/**
 * A reliability diagram's bins, of equal width from 0 to 1 (Guo et al. 2017, "On calibration of modern neural networks").
 * @throws RangeError if `bins` is not a positive integer
 */
export function calibrationBins(answers: readonly Answer[], bins: number = usualBins): CalibrationBin[] {
  if (!Number.isInteger(bins) || bins < 1)
    throw new RangeError(`"bins" must be a positive integer, got ${String(bins)}.`);
  const within = Array.from({ length: bins }, (): Answer[] => []);
  for (const answer of answers) within[binOf(answer.confidence, bins)].push(answer);
  return within.map((inside, index) => ({
    ...{ from: index / bins, to: (index + 1) / bins, clips: inside.length },
    ...meansOf(inside),
  }));
}

/** The bin of a confidence, from 0: open below and closed above. A sum of rounded shares may be a hair above 1. */
export function binOf(confidence: number, bins: number): number {
  let bin = 0;
  while (bin < bins - 1 && confidence > (bin + 1) / bins) bin++;
  return bin;
}

function meansOf(answers: readonly Answer[]): Pick<CalibrationBin, "confidence" | "accuracy"> {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    confidence: mean(answers.map(({ confidence }) => confidence)),
    accuracy: mean(answers.map(({ right }) => Number(right))),
  };
}

/** The mean distance of confidence and accuracy, bins weighted by their clips, 0 to 1; NaN without clips. */
export function expectedCalibrationError(bins: readonly CalibrationBin[]): number {
  const filled = bins.filter(({ clips }) => clips > 0);
  const all = filled.reduce((sum, { clips }) => sum + clips, 0);
  return filled.reduce((sum, bin) => sum + bin.clips * Math.abs(bin.accuracy - bin.confidence), 0) / all;
}
