/** Names that are taken for images, by their extension. */
const image = /\.(jpe?g|png|webp|tiff?|gif|bmp|avif)$/i;

/** Whether a file name looks like an image and is not hidden (".DS_Store", "._0001.jpg"). */
export function isImageName(name: string): boolean {
  return image.test(name) && !name.startsWith(".");
}

/**
 * Frame names in the order of time. Numbers inside names are compared as numbers, so that 2.jpg comes before
 * 10.jpg; for names with leading zeros this is the order of SPEC.md, section 2.
 */
export function sortFrameNames(names: readonly string[]): string[] {
  return [...names].sort(collator.compare);
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "variant" });
