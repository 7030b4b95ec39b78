/** The numbers among the options for reading a video. */
export interface VideoNumbers {
  readonly size?: number;
  readonly longestSide?: number;
  readonly frameRate?: number;
}

/**
 * @throws RangeError naming the option, when a size is no whole number of pixels from 1 to 4096 (a longest side: to
 * 65536), or a rate is not above 0 and at most 1000 frames per second
 */
export function checkVideoOptions({ size, longestSide, frameRate }: VideoNumbers): void {
  checkPixels("size", size, 4096);
  checkPixels("longestSide", longestSide, 65_536);
  if (frameRate === undefined || (frameRate > 0 && frameRate <= 1000)) return;
  throw new RangeError(`frameRate must be above 0 and at most 1000 frames per second, got ${frameRate}.`);
}

function checkPixels(name: string, pixels: number | undefined, most: number): void {
  if (pixels === undefined || (Number.isInteger(pixels) && pixels >= 1 && pixels <= most)) return;
  throw new RangeError(`${name} must be a whole number of pixels from 1 to ${most}, got ${pixels}.`);
}
