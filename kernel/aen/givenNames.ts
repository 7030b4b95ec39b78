/**
 * Checks a name that a user gives to a loss term, an arm or a study. The name becomes a record key, a name in
 * compiled graphs and a word in tables, so anything that cannot serve as all three is refused. Everything else is
 * allowed, including slashes, quotes and other scripts.
 * @param what the thing being named, e.g. "A loss term"
 * @throws RangeError for a name that is blank, contains control characters (line breaks included) or lone
 * surrogates, or is a property of every JavaScript object, such as "constructor"
 */
export function requireName(what: string, name: string): void {
  if (typeof name !== "string" || name.trim() === "") throw new RangeError(`${what} needs a name.`);
  if (/[\p{Cc}\u2028\u2029]/u.test(name)) {
    throw new RangeError(`${what} cannot be called ${JSON.stringify(name)}: a name must be a single line.`);
  }
  if (/\p{Cs}/u.test(name)) {
    throw new RangeError(`${what} cannot be called ${JSON.stringify(name)}: it contains half a character.`);
  }
  if (name in {}) {
    throw new RangeError(
      `${what} cannot be called "${name}": every JavaScript object has a property of that name.`,
    );
  }
}
