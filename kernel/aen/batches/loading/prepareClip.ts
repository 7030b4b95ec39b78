import { augmentPictures, resizePictures, type AugmentationOptions } from "../augmentation.js";
import { stack, type Picture } from "../../../images/picture.js";
import { Random } from "../../../random/random.js";

/** How the frames of one clip are prepared between the disk and the network. */
export interface Preparation {
  /** Height and width of the result in pixels. */
  readonly size: number;
  /** null: resize only, as in test. */
  readonly augment: AugmentationOptions | null;
  /** The keys of the {@link Random} that augmentation draws from. */
  readonly randomKeys: readonly (number | string)[];
}

/**
 * @param pictures at least one
 * @returns `[count, size, size, 3]`, 8 bits
 * @throws RangeError when the pictures differ in size
 */
export function prepareClip(
  pictures: readonly Picture[],
  { size, augment, randomKeys }: Preparation,
): Uint8Array {
  const [{ width, height }] = pictures;
  const other = pictures.find((picture) => picture.width !== width || picture.height !== height);
  if (other) {
    throw new RangeError(
      `Frames of one clip differ in size: ${width} x ${height} and ${other.width} x ${other.height} pixels. Resize them to one size.`,
    );
  }
  if (augment !== null) return augmentPictures(pictures, size, new Random(...randomKeys), augment);
  return width === size && height === size ? stack(pictures).data : resizePictures(pictures, size);
}
