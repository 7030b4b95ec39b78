import { normalQuantile } from "./normalQuantile.js";

/**
 * The t that |T| exceeds with this probability (Hill 1970, "Algorithm 396: Student's t-quantiles"), to about six
 * digits; with infinitely many degrees of freedom the normal one.
 * @param probability of both tails together, above 0, below 1
 * @param degrees of freedom, a whole number from 1
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (degrees === Infinity) return -normalQuantile(probability / 2);
  if (degrees === 1) return 1 / Math.tan((probability * Math.PI) / 2);
  if (degrees === 2) return Math.sqrt(2 / (probability * (2 - probability)) - 2);
  const a = 1 / (degrees - 0.5);
  const b = 48 / a ** 2;
  const c = (((20700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * degrees;
  const y = (d * probability) ** (2 / degrees);
  return Math.sqrt(
    degrees * (y > 0.05 + a ? middle(probability, degrees, { a, b, c, d }) : tail(y, degrees, d)),
  );
}

interface Constants {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** t squared over the degrees, expanded about the normal quantile. */
function middle(probability: number, degrees: number, { a, b, c, d }: Constants): number {
  const x = normalQuantile(probability / 2);
  const few = degrees < 5 ? 0.3 * (degrees - 4.5) * (x + 0.6) : 0;
  const shift = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c + few;
  const square = x * x;
  const inner = (((0.4 * square + 6.3) * square + 36) * square + 94.5) / shift;
  return Math.expm1(a * (((inner - square - 3) / b + 1) * x) ** 2);
}

/** The same far out, where the density is a power of t. */
function tail(y: number, degrees: number, d: number): number {
  const inner =
    1 / (((degrees + 6) / (degrees * y) - 0.089 * d - 0.822) * (degrees + 2) * 3) + 0.5 / (degrees + 4);
  return ((inner * y - 1) * (degrees + 1)) / (degrees + 2) + 1 / y;
}
