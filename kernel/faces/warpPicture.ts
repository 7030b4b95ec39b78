import type { Picture } from "../images/picture.js";

/** Maps an output pixel to the picture: (a*x + b*y + c, d*x + e*y + f), with pixel edges at integers. */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** What lies beyond the picture: black, or its outermost pixels repeated. */
export type Border = "black" | "replicate";

/**
 * Resamples a picture under an affine map, `[height, width, 3]`. When shrinking, each output pixel is the mean
 * of a grid of bilinear samples as fine as the picture's own pixels, to avoid aliasing.
 */
export function warpPicture(
  picture: Picture,
  map: Affine,
  width: number,
  height: number,
  border: Border = "black",
): Uint8Array {
  const sums = new Float32Array(width * height * 3);
  const across = samplesAlong(map.a, map.d);
  const down = samplesAlong(map.b, map.e);
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at += 3) {
      for (let j = 0; j < down; j++) {
        const y = row + (j + 0.5) / down;
        for (let i = 0; i < across; i++) {
          const x = column + (i + 0.5) / across;
          const u = map.a * x + map.b * y + map.c - 0.5;
          const v = map.d * x + map.e * y + map.f - 0.5;
          addSample(picture, u, v, border, sums, at);
        }
      }
    }
  }
  const share = 1 / (across * down);
  const out = new Uint8Array(sums.length);
  for (let at = 0; at < out.length; at++) out[at] = sums[at] * share + 0.5;
  return out;
}

function samplesAlong(dx: number, dy: number): number {
  return Math.max(1, Math.min(16, Math.ceil(0.6 * Math.sqrt(dx * dx + dy * dy) - 0.01)));
}

function addSample(
  { width, height, data }: Picture,
  x: number,
  y: number,
  border: Border,
  sums: Float32Array,
  at: number,
): void {
  if (border === "black" && (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5)) return;
  const inX = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  const inY = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const left = inX | 0;
  const top = inY | 0;
  const stepX = left + 1 < width ? 3 : 0;
  const stepY = top + 1 < height ? width * 3 : 0;
  const u = inX - left;
  const v = inY - top;
  const w00 = (1 - u) * (1 - v);
  const w10 = u * (1 - v);
  const w01 = (1 - u) * v;
  const w11 = u * v;
  const p = (top * width + left) * 3;
  const q = p + stepY;
  sums[at] += w00 * data[p] + w10 * data[p + stepX] + w01 * data[q] + w11 * data[q + stepX];
  sums[at + 1] +=
    w00 * data[p + 1] + w10 * data[p + stepX + 1] + w01 * data[q + 1] + w11 * data[q + stepX + 1];
  sums[at + 2] +=
    w00 * data[p + 2] + w10 * data[p + stepX + 2] + w01 * data[q + 2] + w11 * data[q + stepX + 2];
}
