/** Describes a failed write and says what to do. */
export function explainedWriteError(error: unknown, what: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ENOSPC: "the disk is full: free some space",
    EDQUOT: "the disk quota is used up: free some space",
    EROFS:
      "the folder is read-only: name another with { record: folder } or keep no record with { record: false }",
    EACCES:
      "you do not have permission to write to the folder: name another with { record: folder } or keep no record with { record: false }",
    ENOTDIR: "there is a file where a folder is needed: name another with { record: folder }",
    EEXIST: "there is a file where a folder is needed: name another with { record: folder }",
  };
  return `${what} could not be written: ${reasons[code ?? ""] ?? message}.`;
}
