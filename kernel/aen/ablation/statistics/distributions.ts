import jstat from "jstat";

const { studentt, normal, binomial } = jstat.jStat;
const practicallyNormal = 1e6;

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample variance (divisor n - 1). */
export function sampleVariance(values: readonly number[]): number {
  const mean = average(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** Quantile of Student's t distribution; `degrees` may be infinite. */
export function tQuantile(probability: number, degrees: number): number {
  if (degrees > practicallyNormal) return normal.inv(probability, 0, 1);
  return studentt.inv(probability, degrees);
}

/** P(T > t) of Student's t distribution; `degrees` may be infinite. */
export function tTail(t: number, degrees: number): number {
  return degrees > practicallyNormal ? normalTail(t) : studentt.cdf(-t, degrees);
}

/** P(Z > z) of the standard normal distribution. */
export function normalTail(z: number): number {
  return normal.cdf(-z, 0, 1);
}

/** P(X <= successes) of a fair coin tossed `trials` times. */
export function coinTail(successes: number, trials: number): number {
  return binomial.cdf(successes, trials, 0.5);
}
