import { DataError } from "../../../files/dataError.js";

/** Explains why frames, or their records, could not be written. */
export function importWriteError(file: string, cause: unknown): Error {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (typeof code !== "string" && cause instanceof Error) return cause; // a stop, or a message of our own
  const place = { file, cause };
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new DataError(
      "the disk is full. Finished clips are kept; free some space and start again to continue the import.",
      place,
    );
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new DataError(
      "you do not have permission to write there. Choose another folder or change its permissions.",
      place,
    );
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new DataError("a file has the name of this folder. Choose another folder.", place);
  }
  return new DataError(`cannot be written (${message}).`, place);
}
