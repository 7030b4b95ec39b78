import { type Affine, warpPicture } from "../../faces/warpPicture.js";
import type { Picture } from "../../images/picture.js";

export type { Affine };

/**
 * Cuts a square out of a picture along a map: the pixel at x, y of the square shows what the picture has at
 * a x + b y + c, d x + e y + f. What lies beyond the picture is black.
 *
 * @param size height and width of the square in pixels
 * @throws RangeError for a map with a value that is not a number, or a size that is no whole number from 1 to 1024
 */
export function cutPicture(picture: Picture, map: Affine, size: number): Picture {
  if (!Number.isInteger(size) || size < 1 || size > 1024)
    throw new RangeError(`"size" must be a whole number from 1 to 1024, got ${String(size)}.`);
  const { a, b, c, d, e, f } = map;
  if (![a, b, c, d, e, f].every(Number.isFinite))
    throw new RangeError("The map must have six numbers: a, b, c, d, e and f.");
  return { width: size, height: size, data: warpPicture(picture, map, size, size) };
}
