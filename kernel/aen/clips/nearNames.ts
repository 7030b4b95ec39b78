import type { Clip } from "./clip.js";
import { personsOf } from "./personOf.js";

type Named = Pick<Clip, "identity" | "peopleOf">;

/**
 * Says which names of people differ only in case, in characters that cannot be seen or in the form of a number ("01", "1",
 * "1.0"): they are taken for different people, and are often one.
 */
export function nearNamesText(clips: Iterable<Named>): string | null {
  const groups = nearNames(clips);
  return groups.length === 0 ? null : `${told(groups)}. They are taken for different people: ${advice}`;
}

/** The same, of those that are in several parts of a split. */
export function nearNamesAcross(parts: readonly (readonly Named[])[]): string | null {
  const sides = parts.map((part) => personsOf(part));
  const across = nearNames(parts.flat()).filter(
    (names) => sides.filter((side) => names.some((name) => side.has(name))).length > 1,
  );
  return across.length === 0 ? null : `${told(across)}, and are in several parts of this split: ${advice}`;
}

const advice = "if they are one person's, correct them where the clips are read from.";

/** The names that are equal but for how they are written, each group in order of appearance. */
function nearNames(clips: Iterable<Named>): string[][] {
  const groups = new Map<string, string[]>();
  for (const name of personsOf(clips)) {
    const key = plainest(name);
    const there = groups.get(key);
    if (there) there.push(name);
    else groups.set(key, [name]);
  }
  return [...groups.values()].filter((names) => names.length > 1);
}

/** Without case, characters that cannot be seen, zeros in front of a number and zeros behind its point. */
function plainest(name: string): string {
  const seen = name.normalize("NFKC").replaceAll(/[\p{Default_Ignorable_Code_Point}\p{C}]/gu, "");
  return seen
    .trim()
    .replaceAll(/\s+/g, " ")
    .toUpperCase()
    .toLowerCase()
    .replace(/(?<=^|[^\d.,])(\d+)[.,]0*$/, "$1")
    .replaceAll(/(?<![\d.,])0+(?=\d)/g, "");
}

function told(groups: readonly (readonly string[])[]): string {
  const shown = groups.slice(0, 5).map((names) => names.map(visibly).join(" and "));
  const more = groups.length > shown.length ? `; and ${groups.length - shown.length} more` : "";
  return `names of people differ only in case, invisible characters or the form of a number: ${shown.join("; ")}${more}`;
}

/** In quotes, with characters that cannot be seen as their codes. */
function visibly(name: string): string {
  const hidden = /[\p{Default_Ignorable_Code_Point}\p{C}]|[^\S ]/gu;
  return `"${name.replaceAll(hidden, (one) => `<U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}>`)}"`;
}
