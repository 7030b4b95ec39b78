import { sha256 } from "../../files/sha256.js";
import type { WeightValues, Weights } from "./model.js";

/**
 * Weights as a safetensors file: eight bytes with the header's length, the header in JSON,
 * then the values in float32, little-endian. The metadata include a checksum of the values.
 */
export function encodeSafetensors(weights: Weights, metadata: Readonly<Record<string, string>> = {}): Buffer {
  const entries: Record<string, unknown> = {};
  const parts: Buffer[] = [];
  let offset = 0;
  for (const [name, { shape, data }] of weights) {
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    entries[name] = { dtype: "F32", shape, data_offsets: [offset, offset + bytes.length] };
    parts.push(bytes);
    offset += bytes.length;
  }
  const values = Buffer.concat(parts);
  const header = JSON.stringify({ __metadata__: { ...metadata, sha256: sha256(values) }, ...entries });
  const padded = Buffer.from(header + " ".repeat(-Buffer.byteLength(header) & 7));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.length));
  return Buffer.concat([length, padded, values]);
}

/** The contents of a safetensors file. */
export interface Safetensors {
  readonly weights: Map<string, WeightValues>;
  readonly metadata: Readonly<Record<string, string>>;
}

interface TensorEntry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/**
 * Reads a safetensors file; F32, F16, BF16, F64 and integers become float32.
 * @throws RangeError saying what is wrong with a file that is truncated, damaged or in another format
 */
export function decodeSafetensors(file: Buffer): Safetensors {
  const headerLength = file.length >= 8 ? Number(file.readBigUInt64LE(0)) : NaN;
  if (!(headerLength > 1 && 8 + headerLength <= file.length)) {
    throw new RangeError("This safetensors file is incomplete: it ends within its header.");
  }
  const { __metadata__: metadata = {}, ...entries } = parseHeader(file.toString("utf8", 8, 8 + headerLength));
  const values = file.subarray(8 + headerLength);
  for (const [name, entry] of Object.entries(entries)) checkEntry(name, entry, values.length);
  if (metadata.sha256 && metadata.sha256 !== sha256(values)) {
    throw new RangeError("This safetensors file is damaged: its checksum does not match its values.");
  }
  const weights = Object.entries(entries).map(
    ([name, entry]) => [name, valuesOf(name, entry, values)] as const,
  );
  return { weights: new Map(weights), metadata };
}

type Header = { __metadata__?: Record<string, string> } & Record<string, TensorEntry>;

function parseHeader(text: string): Header {
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch {
    throw new RangeError("This is not a safetensors file: its header is not JSON.");
  }
  const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject(header) || !Object.values(header as object).every(isObject))
    throw new RangeError("This is not a safetensors file: its header is not a list of tensors.");
  return header as Header;
}

function checkEntry(
  name: string,
  { dtype, data_offsets: offsets, shape }: TensorEntry,
  length: number,
): void {
  const [from, to] = Array.isArray(offsets) ? offsets : [NaN, NaN];
  const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
  const isKnown = typeof dtype === "string" && Array.isArray(shape) && shape.every(isCount);
  if (!isKnown || ![from, to].every(isCount) || from > to) {
    throw new RangeError(`This is not a safetensors file: the entry "${name}" cannot be read.`);
  }
  if (to > length)
    throw new RangeError(`This safetensors file is incomplete: it ends before the values of "${name}".`);
}

const readers: Readonly<Record<string, { bytes: number; read: (bytes: Buffer, at: number) => number }>> = {
  F64: { bytes: 8, read: (bytes, at) => bytes.readDoubleLE(at) },
  F32: { bytes: 4, read: (bytes, at) => bytes.readFloatLE(at) },
  F16: { bytes: 2, read: (bytes, at) => halfToNumber(bytes.readUInt16LE(at)) },
  BF16: { bytes: 2, read: (bytes, at) => brainToNumber(bytes.readUInt16LE(at)) },
  I64: { bytes: 8, read: (bytes, at) => Number(bytes.readBigInt64LE(at)) },
  I32: { bytes: 4, read: (bytes, at) => bytes.readInt32LE(at) },
};

function valuesOf(name: string, { dtype, shape, data_offsets: [from, to] }: TensorEntry, values: Buffer) {
  const reader = Object.hasOwn(readers, dtype) ? readers[dtype] : undefined;
  if (!reader) throw new RangeError(`The weight "${name}" has type ${dtype}, which is not supported.`);
  const size = shape.reduce((product, length) => product * length, 1);
  if (size * reader.bytes !== to - from) {
    throw new RangeError(
      `The weight "${name}" has ${to - from} bytes, which does not fit its shape [${shape.join(", ")}].`,
    );
  }
  const part = values.subarray(from, to);
  const data = new Float32Array(size);
  if (dtype === "F32") new Uint8Array(data.buffer).set(part);
  else for (let i = 0; i < size; i += 1) data[i] = reader.read(part, i * reader.bytes);
  return { shape, data };
}

/** IEEE 754 half precision. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** bfloat16: the upper half of a float32. */
export function brainToNumber(bits: number): number {
  return new Float32Array(Uint32Array.of(bits << 16).buffer)[0];
}
