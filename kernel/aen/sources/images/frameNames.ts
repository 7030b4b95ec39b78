/** File extensions treated as images. */
const image = /\.(jpe?g|png|webp|tiff?|gif|bmp|avif)$/i;

/** Whether a file name looks like an image and is not hidden (".DS_Store", "._0001.jpg"). */
export function isImageName(name: string): boolean {
  return image.test(name) && !name.startsWith(".");
}

/**
 * Frame names in temporal order. Numbers inside names are compared as numbers, so that 2.jpg comes before
 * 10.jpg; for names with leading zeros this is the order of SPEC.md, section 2. Names that differ by zeros alone
 * are ordered as strings, since folders list them in any order.
 */
export function sortFrameNames(names: readonly string[]): string[] {
  return [...names].sort((a, b) => collator.compare(a, b) || (a < b ? -1 : 1));
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "variant" });
