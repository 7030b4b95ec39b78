import sharp from "sharp";
import type { Clip } from "./clip.js";

/** Height of a thumbnail in pixels; each takes about 1 kB as JPEG. */
const defaultHeight = 56;

/** JPEG is drawn by everything that reads a picture, WebP takes half the bytes and is for browsers. */
export type ThumbnailFormat = "jpeg" | "webp";

/**
 * Small pictures of some frames of a clip, as data URIs, in the given order.
 * @throws RangeError for a frame number outside the clip
 */
export async function thumbnails(
  clip: Clip,
  frames: readonly number[],
  height = defaultHeight,
  format: ThumbnailFormat = "jpeg",
): Promise<string[]> {
  const images = await clip.read(frames);
  const bytes = images.width * images.height * 3;
  return Promise.all(
    frames.map(async (_, index) => {
      const pixels = images.data.subarray(index * bytes, (index + 1) * bytes);
      const raw = { width: images.width, height: images.height, channels: 3 } as const;
      const small = sharp(pixels, { raw }).resize({ height });
      const encoded =
        format === "jpeg" ? small.jpeg({ quality: 50, mozjpeg: true }) : small.webp({ quality: 50 });
      return `data:image/${format};base64,${(await encoded.toBuffer()).toString("base64")}`;
    }),
  );
}
