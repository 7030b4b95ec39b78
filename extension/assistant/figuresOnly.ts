/** A text that is a path, holds one, or is an address; such a text never goes to a language model. */
const pathLike = /(?:^|[\s"'(=])(?:~?[/\\]|[a-z]:[/\\]|\.{1,2}[/\\])|[^\s/\\]+[/\\][^\s/\\]+[/\\]|^\w+:\/\//i;

/**
 * What of a value may go to a language model: numbers, truth values, and short texts without paths; everything else is
 * left out. It is the last of two guards: the tools choose the figures that they give, none of a clip or person.
 */
export function figuresOnly(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? Number(value.toPrecision(6)) : undefined;
  if (typeof value === "boolean") return value;
  if (typeof value === "string") return value.length <= 400 && !pathLike.test(value) ? value : undefined;
  if (Array.isArray(value)) return value.map(figuresOnly).filter((each) => each !== undefined);
  if (typeof value !== "object" || value === null) return undefined;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const kept = figuresOnly(inner);
    return kept === undefined || figuresOnly(key) === undefined ? [] : [[key, kept]];
  });
  return Object.fromEntries(entries);
}
