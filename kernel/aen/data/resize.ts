/** A rectangle of an image, in whole pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** For each output pixel the first input pixel and the fixed-point weights of those that it averages. */
interface Filter {
  readonly first: Int32Array;
  readonly count: Int32Array;
  /** `[output, taps]` */
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
  const columns = narrow(source, sourceWidth, box, size.width, flip);
  shorten(columns, box.height, target, size);
}

/** Resizes columns: `[box.height, width, 3]`. */
function narrow(source: Uint8Array, sourceWidth: number, box: Box, width: number, flip: boolean): Uint8Array {
  const result = new Uint8Array(box.height * width * 3);
  const { first, count, weights, taps } = filterFor(box.width, width);
  for (let y = 0; y < box.height; y++) {
    const start = ((box.top + y) * sourceWidth + box.left) * 3;
    let to = (y * width + (flip ? width - 1 : 0)) * 3;
    for (let x = 0; x < width; x++) {
      let red = half;
      let green = half;
      let blue = half;
      let at = start + first[x] * 3;
      const end = x * taps + count[x];
      for (let tap = x * taps; tap < end; tap++, at += 3) {
        const weight = weights[tap];
        red = (red + Math.imul(source[at], weight)) | 0;
        green = (green + Math.imul(source[at + 1], weight)) | 0;
        blue = (blue + Math.imul(source[at + 2], weight)) | 0;
      }
      result[to] = red >> precision;
      result[to + 1] = green >> precision;
      result[to + 2] = blue >> precision;
      to += flip ? -3 : 3;
    }
  }
  return result;
}

/** Resizes rows: `[size.height, size.width, 3]`. */
function shorten(
  source: Uint8Array,
  sourceHeight: number,
  target: Uint8Array,
  size: { readonly width: number; readonly height: number },
): void {
  const stride = size.width * 3;
  const { first, count, weights, taps } = filterFor(sourceHeight, size.height);
  const sums = new Int32Array(stride);
  for (let y = 0; y < size.height; y++) {
    sums.fill(half);
    for (let tap = 0; tap < count[y]; tap++) {
      const weight = weights[y * taps + tap];
      const from = (first[y] + tap) * stride;
      for (let i = 0; i < stride; i++) sums[i] += Math.imul(source[from + i], weight);
    }
    const to = y * stride;
    for (let i = 0; i < stride; i++) target[to + i] = sums[i] >> precision;
  }
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
  const taps = Math.ceil(support) * 2 + 1;
  const [first, count] = [new Int32Array(output), new Int32Array(output)];
  const weights = new Int32Array(output * taps);
  for (let x = 0; x < output; x++) {
    const centre = (x + 0.5) * scale;
    first[x] = Math.max(Math.trunc(centre - support + 0.5), 0);
    count[x] = Math.min(Math.trunc(centre + support + 0.5), input) - first[x];
    const raw = Array.from({ length: count[x] }, (_, tap) =>
      Math.max(0, 1 - Math.abs((tap + first[x] - centre + 0.5) / support)),
    );
    const sum = raw.reduce((total, weight) => total + weight, 0);
    raw.forEach((weight, tap) => {
      weights[x * taps + tap] = Math.trunc((weight / sum) * (1 << precision) + 0.5);
    });
  }
  return { first, count, weights, taps };
}
