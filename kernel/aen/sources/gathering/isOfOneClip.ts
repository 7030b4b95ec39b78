import { DataError } from "../../../files/dataError.js";

/** Whether an error is in the user's data, and not the machine's, which would leave out whatever comes next. */
export function isOfOneClip(error: unknown): error is DataError {
  if (!(error instanceof DataError) || error.file === undefined) return false;
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException;
  return !machineErrors.includes(code ?? "");
}

const machineErrors = ["ENOSPC", "EDQUOT", "EROFS", "EMFILE", "ENFILE", "ENOMEM"];
