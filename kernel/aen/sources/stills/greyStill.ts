import { checkFrameNumbers } from "../../clips/checkFrameNumbers.js";
import type { Clip } from "../../clips/clip.js";
import { fer2013Size, type Fer2013Row } from "./fer2013Rows.js";

/** A picture of FER2013 as a clip of one frame, its grey values in all three channels. */
export function greyStill(
  { name, grey, hash }: Pick<Fer2013Row, "name" | "grey" | "hash">,
  label: number | null,
): Clip {
  const [height, width] = [fer2013Size, fer2013Size];
  return {
    ...{ id: name, label, identity: null, frameCount: 1, frameRate: null, truth: null, contentKey: hash },
    read: async (frames) => {
      checkFrameNumbers(frames, { id: name, frameCount: 1 });
      const data = new Uint8Array(frames.length * grey.length * 3);
      frames.forEach((_, place) => {
        const start = place * grey.length;
        grey.forEach((value, pixel) => data.fill(value, 3 * (start + pixel), 3 * (start + pixel + 1)));
      });
      return { count: frames.length, height, width, data };
    },
  };
}
