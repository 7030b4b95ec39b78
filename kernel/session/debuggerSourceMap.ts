const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * The comment by which a debugger finds the lines that a script was compiled from.
 *
 * @param map the compiler's source map, with one source
 * @param source the path that a debugger knows the source by
 * @param linesBefore lines of the compiled source before the user's own
 */
export function sourceMapComment(map: string, source: string, linesBefore: number): string {
  const { version, mappings } = JSON.parse(map) as { version: number; mappings: string };
  const shown = { version, sources: [source], names: [], mappings: withoutLines(mappings, linesBefore) };
  const data = Buffer.from(JSON.stringify(shown)).toString("base64");
  return `//# sourceMappingURL=data:application/json;base64,${data}`;
}

/** Positions are relative to the one before, so that only the first with a source changes. */
function withoutLines(mappings: string, lines: number): string {
  return mappings.replace(/[^,;]{4,}/, (segment) => {
    const [column, source, line, ...rest] = decoded(segment);
    return encoded([column, source, Math.max(0, line - lines), ...rest]);
  });
}

/** Base64 VLQ, as in the specification of source maps (ECMA-426): five bits a digit, the sign in the lowest. */
function decoded(segment: string): number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const letter of segment) {
    const digit = digits.indexOf(letter);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

function encoded(numbers: readonly number[]): string {
  return numbers.map((number) => encodedNumber(number < 0 ? (-number << 1) | 1 : number << 1)).join("");
}

function encodedNumber(rest: number): string {
  return rest < 32 ? digits[rest] : digits[(rest & 31) | 32] + encodedNumber(rest >>> 5);
}
