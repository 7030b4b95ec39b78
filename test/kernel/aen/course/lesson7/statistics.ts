/** What answers to the exercises of lesson 7 are written with, apart from the kernel's own. */

/** The mean. */
export const mean = (x: readonly number[]) => x.reduce((a, b) => a + b, 0) / x.length;
/** The deviation; the divisor loses one. */
export const sd = (x: readonly number[], lost = 1) =>
  Math.sqrt(x.reduce((sum, v) => sum + (v - mean(x)) ** 2, 0) / (x.length - lost));
/** As printed in the lesson. */
export const t975 = [NaN, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];

/** The lesson's generator (mulberry32; Box and Muller). */
export function generator(seed: number) {
  let state = seed >>> 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return { unit, normal };
}

export const differences = (arm: number[], base: number[]) => arm.map((v, i) => v - base[i]);

/** Holm's correction, in the order in which the p came. */
export function holm(p: number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => p[a] - p[b]);
  const out = [...p];
  let most = 0;
  order.forEach((i, rank) => (out[i] = most = Math.min(1, Math.max(most, (p.length - rank) * p[i]))));
  return out;
}
