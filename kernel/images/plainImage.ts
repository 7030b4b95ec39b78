import { isMainThread } from "node:worker_threads";
import type { Transformer } from "@napi-rs/image";
import type { Picture } from "./picture.js";

/** An image that a decoder without support for colour profiles, orientation or broken files decodes correctly. */
export interface PlainImage {
  readonly width: number;
  readonly height: number;
}

/**
 * Whether a file is a plain JPEG (baseline or progressive, 8 bits, YCbCr) or PNG (RGB, 8 bits): complete, upright,
 * without a colour profile, or a BMP, which libvips does not read. Frames written by ffmpeg or by an import are plain.
 * @returns its size in pixels; null for anything else
 */
export function plainImage(bytes: Uint8Array): PlainImage | null {
  if (bytes.length < 60) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0) === 0xffd8) return plainJpeg(view);
  if (view.getUint16(0) === 0x424d) return bitmap(view);
  if (view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a) return plainPng(view);
  return null;
}

/** Ordinary JFIF: no EXIF (orientation), ICC profile or Adobe segment, component ids 1, 2, 3, not truncated. */
function plainJpeg(view: DataView): PlainImage | null {
  if (view.getUint16(view.byteLength - 2) !== 0xffd9) return null;
  let size: PlainImage | null = null;
  for (let at = 2; at + 4 < view.byteLength;) {
    const marker = view.getUint16(at);
    if (marker === 0xffda) return size;
    if (marker < 0xffc0 || marker === 0xffff || (marker >= 0xffe1 && marker <= 0xffef)) return null;
    if (marker === 0xffc0 || marker === 0xffc1 || marker === 0xffc2) size = yCbCrFrame(view, at);
    else if (marker <= 0xffcf && marker !== 0xffc4) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function yCbCrFrame(view: DataView, at: number): PlainImage | null {
  if (at + 19 > view.byteLength || view.getUint8(at + 4) !== 8 || view.getUint8(at + 9) !== 3) return null;
  const ids = [10, 13, 16].map((place) => view.getUint8(at + place));
  if (ids.some((id, place) => id !== place + 1)) return null;
  return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
}

/** BMP has neither orientation nor, in practice, a profile; a negative height means that the rows begin at the top. */
function bitmap(view: DataView): PlainImage {
  return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
}

const plainChunks = new Set(["IHDR", "IDAT", "IEND", "pHYs", "tEXt", "iTXt", "zTXt", "tIME", "bKGD", "sBIT"]);

function plainPng(view: DataView): PlainImage | null {
  const [depth, colour, interlaced] = [24, 25, 28].map((at) => view.getUint8(at));
  if (depth !== 8 || colour !== 2 || interlaced !== 0) return null;
  for (let at = 8; at + 12 <= view.byteLength;) {
    const type = String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)));
    if (type === "IEND") return { width: view.getUint32(16), height: view.getUint32(20) };
    if (!plainChunks.has(type)) return null;
    at += 12 + view.getUint32(at);
  }
  return null;
}

type Decoder = typeof Transformer;
let decoder: Promise<Decoder | null> | undefined;

/** The decoder, loaded on first use; null if it has no binary for this machine. */
function findDecoder(): Promise<Decoder | null> {
  return import("@napi-rs/image").then(
    ({ Transformer }) => Transformer,
    () => null,
  );
}

/**
 * Decodes a plain image several times faster than libvips: in place on a worker thread, otherwise off this thread.
 * PNG values are identical; JPEG values differ from libjpeg's by single grey levels (0.01 to 0.3 on average), since
 * the standard does not specify rounding.
 * @returns null when the decoder cannot decode it
 */
export async function decodePlain(bytes: Uint8Array, { width, height }: PlainImage): Promise<Picture | null> {
  const Decoder = await (decoder ??= findDecoder());
  if (Decoder === null) return null;
  try {
    const data = isMainThread ? await new Decoder(bytes).rawPixels() : new Decoder(bytes).rawPixelsSync();
    return data.length === width * height * 3 ? { width, height, data } : null;
  } catch {
    return null; // the other decoder reports what is wrong
  }
}
