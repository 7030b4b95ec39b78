import { DataError } from "../../../files/dataError.js";
import { matchesWithin } from "./matchesWithin.js";
import { groupsNamed, personNamed } from "./personNamed.js";

/**
 * What paths say of recordings. A text such as `"{identity}/{label}/*.mp4"`: `{identity}` is the person shown, `{label}` the
 * emotion, any other name a field of `clip.groups`; `*` stands for any text within a name, `**` for any number of folders,
 * `{mp4,avi}` for either. It is compared with the end of a path. Or a regular expression with groups of these names.
 */
export type PathPattern = string | RegExp;

/** What one path says. */
export interface PathFacts {
  readonly label: string | null;
  readonly identity: string | null;
  readonly groups: Readonly<Record<string, string>>;
}

/**
 * A pattern as a regular expression. As text it is also "/.../" with a group that has a name, which is how records and
 * descriptions keep a regular expression.
 * @throws DataError for a pattern that names nothing, or is none
 */
export function compilePattern(pattern: PathPattern): RegExp {
  const compiled = typeof pattern === "string" ? fromText(pattern) : withoutPlace(pattern);
  if (fieldsOf(compiled).length > 0) return compiled;
  throw new DataError(
    `the pattern ${String(pattern)} names nothing to read. Name what stands where, e.g. "{identity}/{label}/*.mp4".`,
  );
}

/** The names in a pattern, e.g. ["identity", "label"]. */
export function fieldsOf(pattern: RegExp): string[] {
  const anything = new RegExp(`${pattern.source}|`, pattern.flags).exec("");
  return Object.keys(anything?.groups ?? {});
}

/**
 * What each path says, by a compiled pattern; null where it does not fit. Accents may be written as two characters.
 * @throws DataError for a regular expression that takes very long
 */
export function factsOfPaths(paths: readonly string[], pattern: RegExp): (PathFacts | null)[] {
  const texts = paths.map((path) => path.replaceAll("\\", "/").normalize("NFC"));
  const { found, stuckAt } = matchesWithin(texts, pattern);
  if (stuckAt === null) return found.map((match) => factsOfMatch(match?.groups));
  throw new DataError(
    `the pattern ${String(pattern)} takes very long on the path ${stuckAt}. Avoid a repetition within a repetition, ` +
      'or write the pattern as text, e.g. "{identity}/{label}/*.mp4".',
  );
}

function factsOfMatch(groups: Readonly<Record<string, string | undefined>> | undefined): PathFacts | null {
  if (!groups) return null;
  const { label, identity, ...others } = groups;
  return {
    label: label ?? null,
    identity: personNamed(identity),
    groups: groupsNamed(Object.entries(others)),
  };
}

/** A search that begins at the start of every path. */
function withoutPlace({ source, flags }: RegExp): RegExp {
  return new RegExp(source, flags.replaceAll(/[gy]/g, ""));
}

function fromText(text: string): RegExp {
  const [, source, flags] = /^\/(.*\(\?<[\p{L}_$].*)\/([a-z]*)$/su.exec(text) ?? [];
  try {
    return source === undefined ? new RegExp(translated(text), "u") : withoutPlace(new RegExp(source, flags));
  } catch (cause) {
    throw new DataError(`the pattern ${text} cannot be read (${(cause as Error).message}).`, { cause });
  }
}

const parts = /\{(?<field>[^{},/]+)\}|\{(?<either>[^{}/]+)\}|(?<folders>\*\*\/)|(?<any>\*+)|(?<one>\?)/gu;

/** A text pattern as the source of a regular expression; a name that occurs again stands for the same text. */
function translated(text: string): string {
  const pattern = text.normalize("NFC").replaceAll("\\", "/").replace(/^\.\//, "");
  requirePlain(pattern);
  const seen = new Set<string>();
  let source = "(?:^|/)";
  let end = 0;
  for (const { 0: part, index, groups } of pattern.matchAll(parts)) {
    source += escaped(pattern.slice(end, index)) + translatedPart(groups!, seen);
    end = index + part.length;
  }
  return `${source}${escaped(pattern.slice(end))}$`;
}

/** @throws Error for a pattern that fits one path in several ways, or takes very long */
function requirePlain(pattern: string): void {
  const folders = pattern.split("/");
  const first = folders.findIndex((folder) => aField.test(folder));
  const isAnchored = folders.slice(0, first).some((folder) => !/[*?{]/.test(folder));
  if (folders.indexOf("**", first) > first && !isAnchored)
    throw new Error(
      'it leaves open which folder is meant: name a folder before it, or write "*" for each folder',
    );
  if (/\{[^{},/]+\}[*?{]/.test(pattern))
    throw new Error("it leaves open where a name ends: write what stands after it");
  if (/\{(?:identity|label)\}/i.test(pattern.replaceAll(/\{(?:identity|label)\}/g, "")))
    throw new Error("identity and label are written small");
  if (pattern.replaceAll("**", "").split("*").length > 9)
    throw new Error('it has more than eight "*": write more of the text');
}

const aField = /\{[^{},/]+\}/;

/** A field is as short as what follows it allows. */
function translatedPart(
  { field, either, folders, any }: Readonly<Record<string, string | undefined>>,
  seen: Set<string>,
): string {
  if (field !== undefined) {
    if (seen.has(field)) return `\\k<${field}>`;
    seen.add(field);
    return `(?<${field}>[^/]+?)`;
  }
  if (either !== undefined) return `(?:${either.split(",").map(escaped).join("|")})`;
  if (folders !== undefined) return "(?:[^/]+/)*";
  return any !== undefined ? "[^/]*" : "[^/]";
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
