import { requirePersonChoice } from "../../../faces/personChoice.js";

/** The options for reading a video whose values are checked. */
export interface CheckedOptions {
  readonly size?: number;
  readonly longestSide?: number;
  readonly frameRate?: number;
  readonly person?: unknown;
}

/**
 * @throws RangeError naming the option, when a size is no whole number of pixels from 1 to 4096 (a longest side: to
 * 65536), a rate is not above 0 and at most 1000 frames per second, or a person is none of the choices
 */
export function checkVideoOptions({ size, longestSide, frameRate, person }: CheckedOptions): void {
  if (person !== undefined) requirePersonChoice(person);
  checkPixels("size", size, 4096);
  checkPixels("longestSide", longestSide, 65_536);
  if (frameRate === undefined || (frameRate > 0 && frameRate <= 1000)) return;
  throw new RangeError(`frameRate must be above 0 and at most 1000 frames per second, got ${frameRate}.`);
}

function checkPixels(name: string, pixels: number | undefined, most: number): void {
  if (pixels === undefined || (Number.isInteger(pixels) && pixels >= 1 && pixels <= most)) return;
  throw new RangeError(`${name} must be a whole number of pixels from 1 to ${most}, got ${pixels}.`);
}
