import sharp from "sharp";
import type { Clip } from "./clip.js";

/** Height of a thumbnail in pixels; each takes about 1 kB. */
const defaultHeight = 56;

/**
 * Small pictures of some frames of a clip, as data URIs (JPEG), in the given order.
 * @throws RangeError for a frame number outside the clip
 */
export async function thumbnails(
  clip: Clip,
  frames: readonly number[],
  height = defaultHeight,
): Promise<string[]> {
  const images = await clip.read(frames);
  const bytes = images.width * images.height * 3;
  return Promise.all(
    frames.map(async (_, index) => {
      const pixels = images.data.subarray(index * bytes, (index + 1) * bytes);
      const jpeg = await sharp(pixels, { raw: { width: images.width, height: images.height, channels: 3 } })
        .resize({ height })
        .jpeg({ quality: 50, mozjpeg: true })
        .toBuffer();
      return `data:image/jpeg;base64,${jpeg.toString("base64")}`;
    }),
  );
}
