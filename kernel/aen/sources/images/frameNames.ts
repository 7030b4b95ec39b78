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
export function sortFrameNames(names: readonly string[]): readonly string[] {
  const plain = [...names].sort();
  const key = plain.join("\0");
  if (key !== last.key) last = { key, sorted: plain.sort((a, b) => collator.compare(a, b)) }; // a stable sort
  return last.sorted;
}

/** The folders of a set mostly have the same names, and comparing numbers in names takes long. */
let last: { readonly key: string; readonly sorted: readonly string[] } = { key: "", sorted: [] };

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "variant" });
