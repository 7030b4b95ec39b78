import { fileURLToPath } from "node:url";

/**
 * An import's specifier with a file URL converted to a path: in a URL a space is written `%20`, and `#`, `?` and `%` in
 * a name are written `%23`, `%3F` and `%25`. Other specifiers are returned unchanged.
 * @throws TypeError for a URL that does not refer to a file on this machine
 */
export function withoutFileUrl(specifier: string): string {
  if (!isFileUrl(specifier)) return specifier;
  try {
    return fileURLToPath(specifier);
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new TypeError(
      `"${specifier}" is not a valid file URL on this machine (${reason}). Make one with pathToFileURL from node:url, or import the path.`,
      { cause },
    );
  }
}

export function isFileUrl(specifier: string): boolean {
  return /^file:/i.test(specifier);
}
