import type { Completions, Inspection } from "../contracts/languageReplies.js";
import type { FoundCompletions, FoundInspection } from "./compiler/languageFeatures.js";
import { lacks, membersOf, valueAt } from "./membersAtRunTime.js";

/** More than anybody reads. */
const limit = 2000;

const name = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** Completions with the members that a value has at this moment; of one of type `any` there are no others. */
export function completed(
  scope: object,
  code: string,
  { receiver, ...found }: FoundCompletions,
): Completions {
  const value = receiver && valueAt(scope, receiver.path);
  if (!value) return found;
  const typed = code.slice(found.start, found.end).toLowerCase();
  const members = membersOf(value.value)
    .filter(({ text }) => receiver.inQuotes || name.test(text))
    .filter(({ text }) => text.toLowerCase().startsWith(typed));
  const typedOnes = receiver.isIndexed ? found.matches : [];
  const known = new Set(typedOnes.map(({ text }) => text));
  const others = members.filter(({ text }) => !known.has(text));
  return { ...found, matches: [...typedOnes, ...others].slice(0, limit) };
}

/** What is said about a name, unless it is a member that a value of type `any` does not have at this moment. */
export function existing(scope: object, found: FoundInspection | undefined): Inspection | undefined {
  if (!found?.untyped) return found;
  const { untyped, ...inspection } = found;
  const value = valueAt(scope, untyped.path.slice(0, -1));
  const exists = value ? !lacks(value.value, untyped.path.at(-1)!) : untyped.isKnown;
  return exists ? inspection : undefined;
}
