/**
 * The places of the first two names that mean the same, of which one would win silently; null where each means another.
 * @param meaningOf a name as it is compared, e.g. in lower case
 */
export function namedTwice(
  names: readonly string[],
  meaningOf: (name: string) => string | number = (name) => name.trim().toLowerCase(),
): readonly [first: number, second: number] | null {
  const seen = new Map<string | number, number>();
  for (const [at, name] of names.entries()) {
    const meaning = meaningOf(name);
    const before = seen.get(meaning);
    if (before !== undefined) return [before, at];
    seen.set(meaning, at);
  }
  return null;
}
