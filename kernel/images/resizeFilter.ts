/** For each output pixel, the first input pixel that it averages, and the fixed-point weights. */
export interface ResizeFilter {
  readonly first: Int32Array;
  /** `[output, pairs, 4]`: the upper 11 bits of the weights of two pixels, then their lower 11 bits. */
  readonly weights: Int16Array;
  /** Each output pixel averages `2 * pairs` input pixels; surplus ones have weight 0. */
  readonly pairs: number;
}

const precision = 22;
const filters = new Map<string, ResizeFilter>();

/**
 * The triangle filter of Pillow's `Image.resize` with `BILINEAR`: it widens with the shrink factor, and its
 * weights are rounded to 22 bits.
 * @param flip output pixels in reverse order
 */
export function resizeFilter(input: number, output: number, flip: boolean): ResizeFilter {
  const key = `${input}>${output}${flip}`;
  let filter = filters.get(key);
  if (!filter) {
    if (filters.size > 2000) filters.clear();
    filters.set(key, (filter = makeFilter(input, output, flip)));
  }
  return filter;
}

function makeFilter(input: number, output: number, flip: boolean): ResizeFilter {
  const scale = input / output;
  const rows = Array.from({ length: output }, (_, x) => weigh((x + 0.5) * scale, Math.max(scale, 1), input));
  if (flip) rows.reverse();
  const pairs = Math.ceil(Math.max(...rows.map(({ weights }) => weights.length)) / 2);
  const weights = new Int16Array(output * pairs * 4);
  rows.forEach((row, x) =>
    row.weights.forEach((weight, tap) => {
      const at = (x * pairs + (tap >> 1)) * 4 + (tap & 1);
      weights[at] = weight >> (precision / 2);
      weights[at + 2] = weight & ((1 << (precision / 2)) - 1);
    }),
  );
  return { first: Int32Array.from(rows, ({ first }) => first), weights, pairs };
}

/** The filter of one output pixel with the given centre. */
function weigh(centre: number, support: number, input: number): { first: number; weights: number[] } {
  const first = Math.max(Math.trunc(centre - support + 0.5), 0);
  const count = Math.min(Math.trunc(centre + support + 0.5), input) - first;
  const raw = Array.from({ length: count }, (_, tap) =>
    Math.max(0, 1 - Math.abs((tap + first - centre + 0.5) / support)),
  );
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return { first, weights: raw.map((weight) => Math.trunc((weight / sum) * (1 << precision) + 0.5)) };
}
