import { normalTail, tQuantile, tTail } from "./distributions.js";

/** Arms are compared with one base: differences from it are correlated by a half where all vary alike. */
const correlation = 0.5;
const steps = 48;
const practicallyNormal = 1e6;

/**
 * P(the largest of `arms` |T| > t): two-sided probability of Dunnett's distribution (Dunnett 1955, "A multiple
 * comparison procedure for comparing several treatments with a control"), correlation 1/2. With one arm that of
 * Student's t.
 * @param degrees of freedom of the standard errors, above 0
 */
export function dunnettTail(t: number, arms: number, degrees: number): number {
  if (arms === 1 || t <= 0) return Math.min(1, 2 * tTail(Math.max(0, t), degrees));
  if (degrees > practicallyNormal) return largestTail(t, arms);
  const { points, weights } = scales(degrees);
  return Math.min(
    1,
    points.reduce((sum, scale, i) => sum + weights[i] * tabled(t * scale, arms), 0),
  );
}

/** The t that the largest of `arms` |T| exceeds with this probability. */
export function dunnettQuantile(probability: number, arms: number, degrees: number): number {
  if (arms === 1) return tQuantile(1 - probability / 2, degrees);
  const { points, weights } = scales(Math.min(degrees, practicallyNormal));
  const tail = (t: number) => points.reduce((sum, scale, i) => sum + weights[i] * tabled(t * scale, arms), 0);
  let low = tQuantile(1 - probability / 2, degrees);
  let high = tQuantile(1 - probability / (2 * arms), degrees) * 1.02 + 0.01;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (tail(middle) > probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const tableStep = 0.02;
const tableEnd = 9;
const tables = new Map<number, Float64Array>();

/** {@link largestTail}, interpolated between the points of a table (cubic); beyond 9 it is below 1e-17 an arm. */
function tabled(t: number, arms: number): number {
  if (t >= tableEnd - 2 * tableStep) return 0;
  let table = tables.get(arms);
  if (!table) {
    table = Float64Array.from({ length: tableEnd / tableStep + 1 }, (_, i) =>
      largestTail((i - 1) * tableStep, arms),
    );
    tables.set(arms, table);
  }
  const place = t / tableStep + 1;
  const at = Math.floor(place);
  const u = place - at;
  const [a, b, c, d] = [table[at - 1], table[at], table[at + 1], table[at + 2]];
  return (
    (-u * (u - 1) * (u - 2) * a) / 6 +
    ((u + 1) * (u - 1) * (u - 2) * b) / 2 -
    ((u + 1) * u * (u - 2) * c) / 2 +
    ((u + 1) * u * (u - 1) * d) / 6
  );
}

/** The same for normal variables: given the base's share z, the arms are independent. */
function largestTail(t: number, arms: number): number {
  const [shared, own] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
  const width = 16 / (2 * steps);
  let sum = 0;
  for (let step = 0; step < 2 * steps; step++) {
    const z = -8 + (step + 0.5) * width;
    const outside = normalTail((t - shared * z) / own) + normalTail((t + shared * z) / own);
    sum += Math.exp((-z * z) / 2) * (1 - (1 - Math.min(1, outside)) ** arms);
  }
  return Math.min(1, (sum * width) / Math.sqrt(2 * Math.PI));
}

/** A grid of estimated over true standard errors, with their probabilities: the square root of chi-square/degrees. */
function scales(degrees: number): { points: number[]; weights: number[] } {
  const spread = 1 / Math.sqrt(2 * degrees);
  const [from, to] = [Math.log(1e-4 + Math.max(0, 1 - 9 * spread)), Math.log(1 + 9 * spread)];
  const points = Array.from({ length: 2 * steps }, (_, i) =>
    Math.exp(from + ((i + 0.5) * (to - from)) / (2 * steps)),
  );
  const logs = points.map((scale) => degrees * Math.log(scale) - (degrees * scale * scale) / 2);
  const most = Math.max(...logs);
  const density = logs.map((log) => Math.exp(log - most));
  const all = density.reduce((sum, value) => sum + value, 0);
  return { points, weights: density.map((value) => value / all) };
}
