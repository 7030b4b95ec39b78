/** How tables and folders write that a person or a group is not known, in lower case. */
const nobody = [
  "",
  "na",
  "n/a",
  "#n/a",
  "<na>",
  "nan",
  "null",
  "nil",
  "none",
  "unknown",
  "unk",
  "?",
  "-",
  "--",
  "–",
  ".",
];

/**
 * The person whom a column or a path names; null where it says that the person is not known, as "NA" does: clips of
 * unknown people are not all of one person. An accent is one character, as macOS does not write it in names of files, and a
 * run of spaces is one, so that a person has one name.
 */
export function personNamed(written: string | null | undefined): string | null {
  const name = written?.normalize("NFC").trim().replaceAll(/\s+/g, " ") ?? "";
  return nobody.includes(name.toLowerCase()) ? null : name;
}

/** The groups that columns or a path name, by field; without those that are not known, in the same words as of a person. */
export function groupsNamed(
  written: Iterable<readonly [field: string, group: string | undefined]>,
): Readonly<Record<string, string>> {
  const named = [...written].map(([field, group]) => [field, personNamed(group)] as const);
  return Object.fromEntries(named.filter((entry): entry is [string, string] => entry[1] !== null));
}
