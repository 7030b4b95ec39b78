import { inflateRawSync } from "node:zlib";
import { MemoryBudget } from "./memoryBudget.js";

/**
 * The files of a zip archive by path.
 * @param budget counts what unpacked files take; stored ones are views of the archive
 * @throws RangeError for bytes that are not a complete zip archive, or unpack to more than the budget
 */
export function zipEntries(
  archive: Buffer,
  budget: MemoryBudget = new MemoryBudget(archive.length),
): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > archive.length) throw new RangeError("This is not a complete zip archive.");
  const { count, start } = directory(archive, end);
  const entries = new Map<string, Buffer>();
  let at = start;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== 0x02014b50) {
      throw new RangeError("The zip archive's directory is damaged.");
    }
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    entries.set(name, contentOf(archive, at, name, budget));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/** The number of entries and the offset of their directory; large archives keep both in a zip64 record. */
function directory(archive: Buffer, end: number): { count: number; start: number } {
  const count = archive.readUInt16LE(end + 10);
  const start = archive.readUInt32LE(end + 16);
  const locator = end - 20;
  if (locator < 0 || archive.readUInt32LE(locator) !== 0x07064b50) return { count, start };
  const record = Number(archive.readBigUInt64LE(locator + 8));
  return {
    count: Number(archive.readBigUInt64LE(record + 32)),
    start: Number(archive.readBigUInt64LE(record + 48)),
  };
}

function contentOf(archive: Buffer, at: number, name: string, budget: MemoryBudget): Buffer {
  const method = archive.readUInt16LE(at + 10);
  const sizes = { packed: archive.readUInt32LE(at + 20), offset: archive.readUInt32LE(at + 42) };
  if (sizes.packed === 0xffffffff || sizes.offset === 0xffffffff) readZip64(archive, at, sizes);
  const { packed, offset } = sizes;
  if (offset + 30 > archive.length) throw new RangeError(`The zip archive ends before "${name}".`);
  const data = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  if (data + packed > archive.length) throw new RangeError(`The zip archive ends within "${name}".`);
  const bytes = archive.subarray(data, data + packed);
  if (method === 0) return bytes;
  if (method === 8) return inflated(bytes, name, budget);
  throw new RangeError(`"${name}" is compressed with an unsupported method (${method}).`);
}

function inflated(bytes: Buffer, name: string, budget: MemoryBudget): Buffer {
  try {
    const unpacked = inflateRawSync(bytes, { maxOutputLength: Math.max(1, budget.left) });
    budget.take(unpacked.length, `"${name}"`);
    return unpacked;
  } catch (error) {
    if (error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE")
      throw budget.refusal(`"${name}"`);
    if (error instanceof RangeError) throw error;
    throw new RangeError(`"${name}" in the zip archive is damaged: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

/** Sizes beyond 32 bits are in an extra field, in the order: unpacked, packed, offset. */
function readZip64(archive: Buffer, at: number, sizes: { packed: number; offset: number }): void {
  const from = at + 46 + archive.readUInt16LE(at + 28);
  const to = from + archive.readUInt16LE(at + 30);
  for (let field = from; field + 4 <= to; field += 4 + archive.readUInt16LE(field + 2)) {
    if (archive.readUInt16LE(field) !== 1) continue;
    let value = field + 4;
    const next = () => Number(archive.readBigUInt64LE((value += 8) - 8));
    if (archive.readUInt32LE(at + 24) === 0xffffffff) next();
    if (sizes.packed === 0xffffffff) sizes.packed = next();
    if (sizes.offset === 0xffffffff) sizes.offset = next();
  }
}
