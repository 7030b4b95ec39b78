import { DataError } from "../../../files/dataError.js";
import { compilePattern, factsOfPaths, type PathFacts, type PathPattern } from "./pathPattern.js";

/** What paths say, one entry for each, and what the user should know. */
export interface ReadPaths {
  readonly facts: readonly PathFacts[];
  /** A sentence on the paths that do not fit the pattern. */
  readonly remarks: readonly string[];
}

/** What is known of a recording besides its path. */
export interface Said {
  readonly identity: string | null;
  /** By field; absent where no groups were asked for. */
  readonly groups?: Readonly<Record<string, string>>;
}

const nothing: PathFacts = { label: null, identity: null, groups: {} };

/**
 * What the paths of a source say of its recordings.
 * @param paths as the source names them
 * @throws DataError where none of them fits the pattern
 */
export function readPaths(paths: readonly string[], pattern: PathPattern | undefined): ReadPaths {
  if (pattern === undefined) return { facts: paths.map(() => nothing), remarks: [] };
  const compiled = compilePattern(pattern);
  const facts = factsOfPaths(paths, compiled);
  const unfit = paths.filter((_, at) => facts[at] === null);
  if (unfit.length === paths.length && paths.length > 0) {
    throw new DataError(
      `none of the ${paths.length} paths fits the pattern ${String(pattern)}; the first is ${paths[0]}.`,
    );
  }
  const shown = unfit.slice(0, 5).join(", ") + (unfit.length > 5 ? ` and ${unfit.length - 5} more` : "");
  const many = `${unfit.length} of ${paths.length} paths do not fit the pattern ${String(pattern)}: ${shown}.`;
  return { facts: facts.map((one) => one ?? nothing), remarks: unfit.length > 0 ? [many] : [] };
}

/** The rule for people and groups in every source: what a row, a name or a function says goes first, then the path. */
export function withPath({ identity, groups }: Said, path: PathFacts): Said {
  const all = groups || Object.keys(path.groups).length > 0 ? { ...path.groups, ...groups } : undefined;
  return { identity: identity ?? path.identity, ...(all && { groups: all }) };
}
