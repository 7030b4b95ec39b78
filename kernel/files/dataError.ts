/** Where in the user's data something is wrong. */
export interface DataPlace {
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
}

/**
 * An error in the user's data. The message is self-contained: it names the file, the line or the value, what was
 * expected and what to do. Show only the message; the stack is of no use to the user.
 */
export class DataError extends Error {
  override readonly name = "DataError";
  readonly file: string | undefined;
  readonly line: number | undefined;

  /**
   * @param message what is wrong and what to do, in full sentences
   * @param place the file (and line) at fault, prepended to the message
   */
  constructor(message: string, place: DataPlace & { readonly cause?: unknown } = {}) {
    super(`${prefix(place)}${message}`, { cause: place.cause });
    this.file = place.file;
    this.line = place.line;
  }

  /** The same error with further advice. */
  advising(advice: string): DataError {
    const { message, cause, file, line } = this;
    return Object.assign(new DataError(`${message} ${advice}`, { cause }), { file, line });
  }
}

function prefix({ file, line }: DataPlace): string {
  if (file === undefined) return "";
  return line === undefined ? `${file}: ` : `${file}, line ${line}: `;
}
