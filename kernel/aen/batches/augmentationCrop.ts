import type { Random } from "../../random/random.js";
import type { Box } from "../../images/resize.js";

/**
 * A random part of a picture (SPEC.md, section 6, step 1): its area is uniform between `smallest` and the whole,
 * its aspect uniform between 3:4 and 4:3, transposed half of the time. If ten draws do not fit, it is the
 * largest square at a random position, which equals resizing the short side and cutting a square from that.
 * @param smallest the smallest share of the area
 */
export function drawCrop(
  { width, height }: { readonly width: number; readonly height: number },
  random: Random,
  smallest = 0.08,
): Box {
  if (!(smallest > 0 && smallest <= 1)) {
    throw new RangeError(
      `"smallestCrop", the smallest share of a frame that a crop keeps, must be above 0 and at most 1, got ${smallest}.`,
    );
  }
  for (let attempt = 0; attempt < 10; attempt++) {
    const area = random.between(smallest, 1) * width * height;
    const aspect = random.between(3 / 4, 4 / 3);
    const sides = [roundToEven(Math.sqrt(area * aspect)), roundToEven(Math.sqrt(area / aspect))];
    if (random.chance(0.5)) sides.reverse();
    const [w, h] = sides;
    if (w >= 1 && h >= 1 && w <= width && h <= height) return place(w, h, width, height, random);
  }
  const side = Math.min(width, height);
  return place(side, side, width, height, random);
}

function place(w: number, h: number, width: number, height: number, random: Random): Box {
  return { left: random.integer(width - w + 1), top: random.integer(height - h + 1), width: w, height: h };
}

/** Rounds like Python: halves to even. */
function roundToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
