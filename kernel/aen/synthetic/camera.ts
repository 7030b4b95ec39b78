import { Random } from "../../random/random.js";

let noise: Int8Array | undefined;

/** Adds camera noise in place; the amount is its standard deviation in grey levels. */
export function addGrain(pixels: Uint8Array, amount: number, random: Random): void {
  noise ??= makeNoise();
  const scale = amount / 32;
  let at = random.integer(noise.length);
  for (let i = 0; i < pixels.length; i++) {
    at = (at + 1) & 65535;
    const value = pixels[i] + noise[at] * scale;
    pixels[i] = value < 0 ? 0 : value > 255 ? 255 : value;
  }
}

function makeNoise(): Int8Array {
  const random = new Random("grain");
  return Int8Array.from({ length: 65536 }, () => Math.max(-127, Math.min(127, random.normal() * 32)));
}

/** Defocus or motion blur: the mean along a line of pixels, twice, then across. */
export function blur(pixels: Uint8Array, size: number, random: Random): void {
  const strong = Math.max(2, Math.round(size * random.between(0.05, 0.08)));
  const weak = Math.max(1, Math.round(size * 0.03));
  const [first, second] = random.chance(0.5) ? [3, size * 3] : [size * 3, 3];
  average(pixels, size, first, second, strong);
  average(pixels, size, first, second, strong);
  average(pixels, size, second, first, weak);
}

/** Replaces each pixel by the mean of those at most `reach` steps before and after it. */
function average(pixels: Uint8Array, size: number, step: number, line: number, reach: number): void {
  const source = pixels.slice();
  for (let l = 0; l < size; l++) {
    for (let c = 0; c < 3; c++) {
      const start = l * line + c;
      const at = (i: number) => source[start + Math.max(0, Math.min(size - 1, i)) * step];
      let sum = 0;
      for (let i = -reach; i <= reach; i++) sum += at(i);
      for (let i = 0; i < size; i++) {
        pixels[start + i * step] = sum / (2 * reach + 1);
        sum += at(i + reach + 1) - at(i - reach);
      }
    }
  }
}
