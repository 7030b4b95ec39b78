import type { Random } from "../../random/random.js";

/** One of -5, -4.5, ..., 5, 5.5 degrees (SPEC.md, section 6, step 3). */
export function drawAngle(random: Random): number {
  return -5 + random.integer(22) / 2;
}

/**
 * Rotates a square RGB image about its centre, in place: nearest neighbour, black outside, size kept, like Pillow's
 * `Image.rotate`.
 * @param degrees counter-clockwise
 */
export function rotate(pixels: Uint8Array, size: number, degrees: number): void {
  const source = pixels.slice();
  const angle = (-degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const centre = size / 2;
  const stepX = centre - cosine * centre - sine * centre;
  const stepY = centre + sine * centre - cosine * centre;
  let to = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++, to += 3) {
      const fromX = Math.floor(cosine * (x + 0.5) + sine * (y + 0.5) + stepX);
      const fromY = Math.floor(-sine * (x + 0.5) + cosine * (y + 0.5) + stepY);
      const inside = fromX >= 0 && fromX < size && fromY >= 0 && fromY < size;
      const from = (fromY * size + fromX) * 3;
      pixels[to] = inside ? source[from] : 0;
      pixels[to + 1] = inside ? source[from + 1] : 0;
      pixels[to + 2] = inside ? source[from + 2] : 0;
    }
  }
}
