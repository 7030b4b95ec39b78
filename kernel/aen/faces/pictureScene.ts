import { warpPicture } from "../../faces/warpPicture.js";
import type { Picture } from "../../images/picture.js";

/** A picture and where it stands in a scene, in the scene's pixels. */
export interface PlacedPicture {
  readonly picture: Picture;
  /** Its upper left corner; it may reach over the scene's edges. */
  readonly x: number;
  readonly y: number;
  /** Its width there; its height follows. */
  readonly width: number;
}

/** Puts pictures into an empty grey one of `width` x `height` pixels, the later ones in front. */
export function pictureScene(placed: readonly PlacedPicture[], width: number, height: number): Picture {
  const data = new Uint8Array(width * height * 3).fill(168);
  for (const { picture, x, y, width: wide } of placed) {
    const scale = picture.width / wide;
    const [across, down] = [Math.round(wide), Math.round(picture.height / scale)];
    const map = { a: scale, b: 0, c: 0, d: 0, e: scale, f: 0 };
    const pixels = warpPicture(picture, map, across, down, "replicate");
    const [left, top] = [Math.round(x), Math.round(y)];
    for (let row = Math.max(0, -top); row < Math.min(down, height - top); row++) {
      const from = Math.max(0, -left);
      const to = Math.min(across, width - left);
      if (to <= from) break;
      const line = pixels.subarray((row * across + from) * 3, (row * across + to) * 3);
      data.set(line, ((top + row) * width + left + from) * 3);
    }
  }
  return { width, height, data };
}
