import { inspect, types } from "node:util";

/** What stands elsewhere in a traceback. */
const shownElsewhere = ["name", "message", "stack", "cause", "errors"];
const mostLines = 30;

/** The lines that show an error's own fields, such as `code`, `path`, `status` and `stderr`; getters are not called. */
export function ownFields(error: Error): string[] {
  const fields = Object.entries(Object.getOwnPropertyDescriptors(error)).filter(
    ([name, { enumerable, value }]) =>
      enumerable && !shownElsewhere.includes(name) && value !== error && !isRepeated(name, error),
  );
  if (fields.length === 0) return [];
  const shown = Object.create(null, Object.fromEntries(fields.map(readable))) as object;
  const text = inspect(shown, { depth: 2, maxArrayLength: 20, maxStringLength: 1000, compact: 3 });
  const lines = text.replace(/^\[Object: null prototype\] /, "").split("\n");
  const left = lines.length - mostLines;
  return left > 1 ? [...lines.slice(0, mostLines), `... ${left} more lines`] : lines;
}

/** A child process's `output` holds its `stdout` and `stderr` once more. */
function isRepeated(name: string, error: Error): boolean {
  return name === "output" && "stdout" in error && "stderr" in error;
}

/** What a child process has printed is shown as text. */
function readable([name, property]: [string, PropertyDescriptor]): [string, PropertyDescriptor] {
  const isPrinted = ["stdout", "stderr"].includes(name) && types.isUint8Array(property.value);
  const value: unknown = isPrinted ? Buffer.from(property.value as Uint8Array).toString() : property.value;
  return [name, "value" in property ? { ...property, value } : property];
}
