import type { FrameImages } from "../../../images/frameImages.js";
import { warpPicture } from "../../../faces/warpPicture.js";

/** Frames resized to squares of `size` pixels, `[count, size, size, 3]`. */
export function resizeFrames({ count, width, height, data }: FrameImages, size: number): Uint8Array {
  if (width === size && height === size) return data;
  const out = new Uint8Array(count * size * size * 3);
  const map = { a: width / size, b: 0, c: 0, d: 0, e: height / size, f: 0 };
  for (let frame = 0; frame < count; frame++) {
    const picture = {
      width,
      height,
      data: data.subarray(frame * width * height * 3, (frame + 1) * width * height * 3),
    };
    out.set(warpPicture(picture, map, size, size), frame * size * size * 3);
  }
  return out;
}
