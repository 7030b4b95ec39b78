import { readFileSync } from "node:fs";
import { resizeFilter, type ResizeFilter } from "./resizeFilter.js";

/** A rectangle of an image, in whole pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** resize.wat, assembled. */
interface Passes {
  readonly memory: WebAssembly.Memory;
  narrow(
    source: number,
    sourceStride: number,
    rows: number,
    target: number,
    offsets: number,
    weights: number,
    width: number,
    pairs: number,
  ): void;
  shorten(
    source: number,
    stride: number,
    height: number,
    target: number,
    offsets: number,
    weights: number,
    pairs: number,
  ): void;
}

/** The number of bytes of an image copied at a time; at least one row. */
const stripBytes = 1 << 18;

/**
 * Crops a box from an RGB image and resizes it like Pillow (`Image.crop`, then `Image.resize` with `BILINEAR`): a
 * triangle filter that widens with the shrink factor, columns first, each pass rounded to 8 bits from 22-bit
 * fixed-point weights. The values are identical to Pillow's.
 * @param source RGB, row-major, `sourceWidth` pixels per row
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
  const across = resizeFilter(box.width, size.width, flip);
  const down = resizeFilter(box.height, size.height, false);
  const stride = size.width * 3;
  const rowBytes = box.width * 3;
  const stripRows = Math.min(box.height, Math.max(1, Math.floor(stripBytes / rowBytes)));
  const place = layOut({
    acrossOffsets: across.first.byteLength,
    acrossWeights: across.weights.byteLength,
    downOffsets: down.first.byteLength,
    downWeights: down.weights.byteLength,
    strip: stripRows * rowBytes,
    columns: box.height * stride + stride,
    result: size.height * stride,
  });
  const bytes = new Uint8Array(passes.memory.buffer);
  writeFilter(across, 3, place.acrossOffsets, place.acrossWeights);
  writeFilter(down, stride, place.downOffsets, place.downWeights);
  for (let row = 0; row < box.height; row += stripRows) {
    const rows = Math.min(stripRows, box.height - row);
    copyRows(source, sourceWidth, { ...box, top: box.top + row, height: rows }, bytes, place.strip);
    passes.narrow(
      place.strip,
      rowBytes,
      rows,
      place.columns + row * stride,
      place.acrossOffsets,
      place.acrossWeights,
      size.width,
      across.pairs,
    );
  }
  passes.shorten(
    place.columns,
    stride,
    size.height,
    place.result,
    place.downOffsets,
    place.downWeights,
    down.pairs,
  );
  target.set(bytes.subarray(place.result, place.result + size.height * stride));
}

function copyRows(source: Uint8Array, sourceWidth: number, box: Box, target: Uint8Array, to: number): void {
  const length = box.width * 3;
  for (let y = 0; y < box.height; y++) {
    const from = ((box.top + y) * sourceWidth + box.left) * 3;
    target.set(source.subarray(from, from + length), to + y * length);
  }
}

const module = new WebAssembly.Module(readFileSync(new URL("./resize.wasm", import.meta.url)));
const passes = new WebAssembly.Instance(module).exports as unknown as Passes;

function layOut<Name extends string>(bytes: Record<Name, number>): Record<Name, number> {
  let end = 0;
  const places = Object.entries<number>(bytes).map(([name, length]) => {
    const place = end;
    end += (length + 32 + 15) & ~15;
    return [name, place];
  });
  const missing = end - passes.memory.buffer.byteLength;
  if (missing > 0) passes.memory.grow(Math.ceil(missing / 65536));
  return Object.fromEntries(places) as Record<Name, number>;
}

function writeFilter({ first, weights }: ResizeFilter, unit: number, offsets: number, table: number): void {
  const { buffer } = passes.memory;
  const to = new Int32Array(buffer, offsets, first.length);
  for (let i = 0; i < first.length; i++) to[i] = first[i] * unit;
  new Int16Array(buffer, table, weights.length).set(weights);
}
