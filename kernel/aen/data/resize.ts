/** A rectangle of an image, in whole pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** For each output pixel the first of the input pixels that it averages, and their fixed-point weights. */
interface Filter {
  readonly first: Int32Array;
  /** `[output, taps]`; filled up with zeros where fewer pixels count. */
  readonly weights: Int32Array;
  readonly taps: number;
}

const precision = 22;
const half = 1 << (precision - 1);
const filters = new Map<string, Filter>();

/**
 * Cuts a box out of an RGB image and resizes it as Pillow does (`Image.crop`, then `Image.resize` with
 * `BILINEAR`): a triangle filter that widens with the shrink factor, columns first, each pass rounded to 8 bits
 * from fixed-point weights of 22 bits.
 * @param source RGB, row-major, `sourceWidth` pixels a row
 * @param target receives `[height, width, 3]`
 * @param flip mirror left and right
 */
export function cropAndResize(
  source: Uint8Array,
  sourceWidth: number,
  box: Box,
  target: Uint8Array,
  size: { readonly width: number; readonly height: number },
  flip = false,
): void {
  const needed = box.height * size.width * 3;
  if (columns.length < needed) columns = new Uint8Array(needed);
  narrow(source, sourceWidth, box, size.width, flip);
  shorten(box.height, target, size);
}

/** What lies between the two passes, `[box.height, size.width, 3]`. */
let columns = new Uint8Array(0);

/** Resizes columns. */
function narrow(source: Uint8Array, sourceWidth: number, box: Box, width: number, flip: boolean): void {
  const filter = filterFor(box.width, width);
  const result = columns;
  const step = flip ? -3 : 3;
  for (let y = 0; y < box.height; y++) {
    const from = ((box.top + y) * sourceWidth + box.left) * 3;
    narrowRow(source, from, filter, result, (y * width + (flip ? width - 1 : 0)) * 3, step);
  }
}

function narrowRow(
  source: Uint8Array,
  from: number,
  { first, weights, taps }: Filter,
  result: Uint8Array,
  to: number,
  step: number,
): void {
  for (let x = 0, tap = 0; x < first.length; x++, to += step) {
    let at = from + first[x] * 3;
    let red = half;
    let green = half;
    let blue = half;
    for (const end = tap + taps; tap < end; tap++, at += 3) {
      const weight = weights[tap];
      red = (red + Math.imul(source[at], weight)) | 0;
      green = (green + Math.imul(source[at + 1], weight)) | 0;
      blue = (blue + Math.imul(source[at + 2], weight)) | 0;
    }
    result[to] = red >> precision;
    result[to + 1] = green >> precision;
    result[to + 2] = blue >> precision;
  }
}

/** Resizes rows. */
function shorten(
  sourceHeight: number,
  target: Uint8Array,
  size: { readonly width: number; readonly height: number },
): void {
  const stride = size.width * 3;
  const filter = filterFor(sourceHeight, size.height);
  const mean = filter.taps === 4 ? meanOfFour : meanOfRows;
  for (let y = 0; y < size.height; y++) mean(filter, y, stride, target);
}

/** Shrinking by up to two takes four rows, the usual case: in one go it is three times as fast. */
function meanOfFour({ first, weights }: Filter, y: number, stride: number, target: Uint8Array): void {
  const [a, b, c, d] = [weights[y * 4], weights[y * 4 + 1], weights[y * 4 + 2], weights[y * 4 + 3]];
  const source = columns;
  let top = first[y] * stride;
  let second = top + stride;
  let third = second + stride;
  let fourth = third + stride;
  for (let to = y * stride, end = to + stride; to < end; to++) {
    target[to] =
      (Math.imul(source[top++], a) +
        Math.imul(source[second++], b) +
        Math.imul(source[third++], c) +
        Math.imul(source[fourth++], d) +
        half) >>
      precision;
  }
}

function meanOfRows({ first, weights, taps }: Filter, y: number, stride: number, target: Uint8Array): void {
  const source = columns;
  const sums = new Int32Array(stride).fill(half);
  for (let tap = 0; tap < taps; tap++) {
    const weight = weights[y * taps + tap];
    const from = (first[y] + tap) * stride;
    for (let i = 0; i < stride; i++) sums[i] += Math.imul(source[from + i], weight);
  }
  const to = y * stride;
  for (let i = 0; i < stride; i++) target[to + i] = sums[i] >> precision;
}

function filterFor(input: number, output: number): Filter {
  const key = `${input}>${output}`;
  let filter = filters.get(key);
  if (!filter) {
    if (filters.size > 2000) filters.clear();
    filters.set(key, (filter = makeFilter(input, output)));
  }
  return filter;
}

function makeFilter(input: number, output: number): Filter {
  const scale = input / output;
  const support = Math.max(scale, 1);
  const rows = Array.from({ length: output }, (_, x) => weigh((x + 0.5) * scale, support, input));
  const most = Math.max(...rows.map(({ weights }) => weights.length));
  const taps = most <= 4 && input >= 4 ? 4 : most;
  const first = new Int32Array(output);
  const weights = new Int32Array(output * taps);
  rows.forEach((row, x) => {
    first[x] = Math.min(row.first, input - taps);
    weights.set(row.weights, x * taps + row.first - first[x]);
  });
  return { first, weights, taps };
}

/** Of one output pixel with its centre there. */
function weigh(centre: number, support: number, input: number): { first: number; weights: number[] } {
  const first = Math.max(Math.trunc(centre - support + 0.5), 0);
  const count = Math.min(Math.trunc(centre + support + 0.5), input) - first;
  const raw = Array.from({ length: count }, (_, tap) =>
    Math.max(0, 1 - Math.abs((tap + first - centre + 0.5) / support)),
  );
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return { first, weights: raw.map((weight) => Math.trunc((weight / sum) * (1 << precision) + 0.5)) };
}
