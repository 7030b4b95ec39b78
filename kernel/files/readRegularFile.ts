import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, type Stats } from "node:fs";
import { open } from "node:fs/promises";
import { DataError } from "./dataError.js";

/** Without waiting for who writes into a pipe. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The bytes of a file. A pipe, a device or a socket, which could be waited for or read without end, is refused unread.
 * @param most the size in bytes up to which it is read; any by default
 * @throws DataError for what is not a file or is larger; NodeJS.ErrnoException when it cannot be opened
 */
export async function readRegularFile(file: string, most = Infinity): Promise<Buffer> {
  const opened = await open(file, flags);
  try {
    checkRegular(file, await opened.stat(), most);
    return await opened.readFile();
  } finally {
    await opened.close();
  }
}

/** {@link readRegularFile} for a thread that may wait. */
export function readRegularFileSync(file: string, most = Infinity): Buffer {
  return withRegularFile(file, most, (descriptor) => readFileSync(descriptor));
}

/**
 * The first bytes of a file, all of a shorter one.
 * @throws DataError for what is not a file; NodeJS.ErrnoException when it cannot be opened
 */
export function readBeginningSync(file: string, count: number): Buffer {
  const bytes = Buffer.alloc(count);
  return withRegularFile(file, Infinity, (descriptor) =>
    bytes.subarray(0, readSync(descriptor, bytes, 0, count, 0)),
  );
}

function withRegularFile<T>(file: string, most: number, read: (descriptor: number) => T): T {
  const descriptor = openSync(file, flags);
  try {
    checkRegular(file, fstatSync(descriptor), most);
    return read(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function checkRegular(file: string, facts: Stats, most: number): void {
  if (facts.isDirectory()) return; // reading it says so
  if (!facts.isFile())
    throw new DataError("this is a pipe, device or socket, not a file. Copy its content into a file.", {
      file,
    });
  if (facts.size > most)
    throw new DataError(`it has ${facts.size} bytes; at most ${most} are read. Choose a smaller one.`, {
      file,
    });
}
