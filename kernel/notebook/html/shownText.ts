/**
 * The text of a field of a notebook, whatever stands there: nbformat's text in one or several lines, nothing as "",
 * anything else as JSON. Never throws on what JSON.parse can return.
 */
export function shownText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "";
  if (Array.isArray(value) && value.every((part) => typeof part === "string")) return value.join("");
  return JSON.stringify(value, null, 2);
}
