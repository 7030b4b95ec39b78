import { calibrationInterval } from "../../../kernel/metrics/calibrationInterval.js";
import type { Random } from "../../../kernel/random/random.js";

/** Answers of one confidence, so that the true calibration error is its distance from the chance of being right. */
export interface SimulatedAnswers {
  readonly clips: number;
  /** 0..1 */
  readonly confidence: number;
  /** The chance of being right, 0..1. */
  readonly right: number;
}

/** How often the 95 % interval of the calibration error in 15 bins holds the true one. */
export function calibrationCoverage(
  { clips, confidence, right }: SimulatedAnswers,
  rounds: number,
  random: Random,
): number {
  let held = 0;
  for (let round = 0; round < rounds; round++) {
    const answers = Array.from({ length: clips }, () => ({ confidence, right: random.chance(right) }));
    const { low, high } = calibrationInterval(answers, 15, { seed: round }).interval!;
    const error = Math.abs(confidence - right);
    if (low <= error && error <= high) held += 1;
  }
  return held / rounds;
}

/** Networks that are nearly always right, or nearly always wrong, and surer than they should be. */
export const nearlyAlways: Readonly<Record<string, SimulatedAnswers>> = Object.fromEntries(
  [
    [5, 0.97, 0.9],
    [10, 0.97, 0.9],
    [20, 0.97, 0.9],
    [20, 0.99, 0.95],
    [30, 0.97, 0.9],
    [50, 0.99, 0.95],
    [100, 0.995, 0.98],
    [20, 0.3, 0.05],
  ].map(([clips, confidence, right]) => [
    `calibration: ${clips} clips, confidence ${confidence}, right ${right}`,
    { clips, confidence, right },
  ]),
);
