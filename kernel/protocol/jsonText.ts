/**
 * A value as JSON, whatever a cell has put into an output: what JSON cannot hold becomes text (the digits of a bigint,
 * "[Circular]"), so that one value keeps no message from being sent.
 */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return JSON.stringify(plain(value, []));
  }
}

function plain(value: unknown, above: readonly object[]): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (above.includes(value)) return "[Circular]";
  if (above.length > 500) return "[...]";
  const path = [...above, value];
  if (Array.isArray(value)) return value.map((each) => plain(each, path));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each, path)]));
}
