/** The object in a JSON text; null when the text is truncated or is not an object. */
export function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * The objects in a text with one JSON object per line, as in run records. A line that is truncated or is not such an
 * object is dropped without affecting the others; empty lines are skipped.
 * @param accepts whether an object is of the expected kind
 * @param onDamaged called with the number of each dropped line, counted from 1
 */
export function parseJsonLines<T extends object>(
  text: string,
  accepts: (value: object) => value is T,
  onDamaged: (line: number) => void = () => {},
): T[] {
  const objects: T[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const object = parseObject(line);
    if (object && accepts(object)) objects.push(object);
    else onDamaged(index + 1);
  }
  return objects;
}
