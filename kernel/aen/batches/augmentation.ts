import type { FrameImages } from "../../images/frameImages.js";
import { drawColourJitter, jitterColours, type ColourJitter } from "./augmentationColour.js";
import { drawCrop } from "./augmentationCrop.js";
import { drawAngle, rotate } from "./augmentationRotation.js";
import type { Picture } from "../../images/picture.js";
import type { Random } from "../../random/random.js";
import { cropAndResize } from "../../images/resize.js";

/** The random changes made in training; defaults are those of the published code (SPEC.md, section 6). */
export interface AugmentationOptions {
  /** Crop to between 8 % and 100 % of the picture, the same for all frames of a clip. @default true */
  readonly crop?: boolean;
  /** The smallest share of the picture that a crop keeps, in (0, 1]. @default 0.08 */
  readonly smallestCrop?: number;
  /** Mirror half of the clips. @default true */
  readonly flip?: boolean;
  /** Rotate half of the clips by -5 to 5.5 degrees. @default true */
  readonly rotation?: boolean;
  /**
   * Change brightness, contrast, saturation and hue of half of the clips: redrawn for every frame, as the published
   * code does, which makes the clip flicker, or once per clip. @default "frame"
   */
  readonly jitter?: "frame" | "clip" | false;
}

/**
 * Prepares the frames of one clip for the network, with random crop and resize, flip, rotation and colour.
 * @param size height and width of the result in pixels
 * @returns `[count, size, size, 3]`, 8 bits
 */
export function augment(
  images: FrameImages,
  size: number,
  random: Random,
  options: AugmentationOptions = {},
): Uint8Array {
  return augmentPictures(picturesOf(images), size, random, options);
}

/** {@link augment} for equally sized pictures anywhere in memory. */
export function augmentPictures(
  pictures: readonly Picture[],
  size: number,
  random: Random,
  options: AugmentationOptions,
): Uint8Array {
  const [first] = pictures;
  const box = options.crop === false ? wholeOf(first) : drawCrop(first, random, options.smallestCrop);
  const flip = options.flip !== false && random.chance(0.5);
  const angle = options.rotation !== false && random.chance(0.5) ? drawAngle(random) : 0;
  const colour = drawColours(pictures.length, random, options.jitter ?? "frame");
  const result = resizePictures(pictures, size, box, flip);
  for (let frame = 0; frame < pictures.length; frame++) {
    const pixels = result.subarray(frame * size * size * 3, (frame + 1) * size * size * 3);
    if (angle !== 0) rotate(pixels, size, angle);
    if (colour) jitterColours(pixels, colour[frame]);
  }
  return result;
}

/** Resizes the frames of one clip to a square, whatever their shape, as done in test mode. */
export function resizeToSquare(images: FrameImages, size: number): Uint8Array {
  if (images.width === size && images.height === size) return images.data;
  return resizePictures(picturesOf(images), size, wholeOf(images), false);
}

function picturesOf({ count, width, height, data }: FrameImages): Picture[] {
  const length = width * height * 3;
  return Array.from({ length: count }, (_, frame) => ({
    width,
    height,
    data: data.subarray(frame * length, (frame + 1) * length),
  }));
}

function drawColours(count: number, random: Random, jitter: "frame" | "clip" | false): ColourJitter[] | null {
  if (jitter === false || !random.chance(0.5)) return null;
  const once = drawColourJitter(random);
  return Array.from({ length: count }, (_, frame) =>
    jitter === "clip" || frame === 0 ? once : drawColourJitter(random),
  );
}

/** Resizes equally sized pictures, each to a square. */
export function resizePictures(
  pictures: readonly Picture[],
  size: number,
  box: ReturnType<typeof wholeOf> = wholeOf(pictures[0]),
  flip = false,
): Uint8Array {
  const length = size * size * 3;
  const result = new Uint8Array(pictures.length * length);
  pictures.forEach(({ width, data }, frame) => {
    const target = result.subarray(frame * length, (frame + 1) * length);
    cropAndResize(data, width, box, target, { width: size, height: size }, flip);
  });
  return result;
}

function wholeOf({ width, height }: Pick<Picture, "width" | "height">) {
  return { left: 0, top: 0, width, height };
}
