import type { FrameImages } from "./frameImages.js";

/** One picture: RGB, 8 bits a channel, `[height, width, 3]` row-major. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** What is wrong with its file, where it was decoded all the same. */
  readonly damage?: string;
}

/** Stacks pictures of the same size into `[count, height, width, 3]`. */
export function stack(pictures: readonly Picture[]): FrameImages {
  const { width, height } = pictures[0];
  const size = width * height * 3;
  const data = new Uint8Array(pictures.length * size);
  pictures.forEach((picture, index) => data.set(picture.data, index * size));
  return { count: pictures.length, height, width, data };
}

/** Larger images, and videos of larger pictures, are rejected, so that a crafted header cannot exhaust memory. */
export const mostPixels = 100_000_000;
