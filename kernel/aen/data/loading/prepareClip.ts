import { augment, resizeToSquare, type AugmentationOptions } from "../augmentation.js";
import type { FrameImages } from "../clip.js";
import { Random } from "../random.js";

/** What happens to the frames of one clip between the disk and the network. */
export interface Preparation {
  /** Height and width of the result in pixels. */
  readonly size: number;
  /** null: resize only, as in test. */
  readonly augment: AugmentationOptions | null;
  /** The keys of the {@link Random} that augmentation draws from. */
  readonly randomKeys: readonly (number | string)[];
}

/** @returns `[count, size, size, 3]`, 8 bits; possibly the very data of the images when nothing changes */
export function prepareClip(
  images: FrameImages,
  { size, augment: options, randomKeys }: Preparation,
): Uint8Array {
  if (options === null) return resizeToSquare(images, size);
  return augment(images, size, new Random(...randomKeys), options);
}
