import path from "node:path";
import { DataError } from "../../../files/dataError.js";
import { namedTwice } from "../../clips/namedTwice.js";

/** Where the paths of a list or table start. */
export interface RowRoot {
  /** The folder that relative paths start at: that of the list or table, unless another is named. */
  readonly root: string;
  /** For paths from another machine: a path prefix and its replacement on this one. */
  readonly remap?: Readonly<Record<string, string>>;
}

/**
 * The path on this machine that a row of a list or table names; "/" and "\" both separate folders.
 * @throws DataError when the remap names a prefix twice
 */
export function rowPlace(written: string, { root, remap = {} }: RowRoot): string {
  const name = written.replaceAll("\\", "/");
  const prefixes = Object.keys(remap);
  const twice = namedTwice(prefixes, startOf);
  if (twice !== null) {
    const [one, other] = twice.map((at) => `"${prefixes[at]}"`);
    throw new DataError(`The remap names one prefix twice, as ${one} and ${other}. Keep one entry.`);
  }
  for (const [from, to] of Object.entries(remap)) {
    const start = startOf(from);
    if (name === start || name.startsWith(`${start}/`))
      return path.resolve(to, `.${name.slice(start.length)}`);
  }
  return isAbsolute(name) ? path.normalize(name) : path.resolve(root, name);
}

function startOf(prefix: string): string {
  return prefix.replaceAll("\\", "/").replace(/\/$/, "");
}

/**
 * The same, for reading what a row names.
 * @throws DataError when a relative path leads out of the root
 */
export function locate(
  { path: written, line }: { readonly path: string; readonly line: number },
  { file, ...from }: RowRoot & { readonly file: string },
): string {
  const place = rowPlace(written, from);
  const isBelow = path.relative(from.root, place).split(path.sep)[0] !== "..";
  if (isBelow || isAbsolute(written) || isMapped(written, from)) return place;
  throw new DataError(
    `"${written}" points outside the data set's folder ${from.root}. Remove ".." from it, or set root to a folder above.`,
    { file, line },
  );
}

function isAbsolute(name: string): boolean {
  return path.isAbsolute(name) || /^[A-Za-z]:[\\/]/.test(name);
}

function isMapped(written: string, { root, remap }: RowRoot): boolean {
  return rowPlace(written, { root, remap }) !== rowPlace(written, { root });
}
