import type {
  DisplayOutput,
  ExecuteResultOutput,
  MimeData,
  UpdateDisplayOutput,
} from "../contracts/cellOutput.js";

type Shown = DisplayOutput | UpdateDisplayOutput | ExecuteResultOutput;

/** The types whose form is JSON; that of all others is text (nbformat 4.5, `mimebundle`). */
const jsonTypes = /^application\/json$|\+json$/;

/**
 * An output as a notebook can store it: JSON forms as JSON, what JSON drops dropped, forms that are undefined left out.
 *
 * @throws TypeError when a form cannot be stored; the message names its type and the place
 */
export function storable<Output extends Shown>(output: Output): Output {
  try {
    return { ...output, data: storableData(output.data), metadata: asJson(output.metadata, "The metadata") };
  } catch (error) {
    // The cell's own frames stand below ours, of which a stack keeps only a few.
    Error.captureStackTrace(error as Error, storable);
    throw error;
  }
}

/** @throws TypeError as {@link storable} does */
export function storableData(data: MimeData): MimeData {
  if (typeof data !== "object" || data === null)
    throw new TypeError(
      `Give what is to be shown by MIME type, as in { "text/plain": "…" }, not as ${typeof data}.`,
    );
  const forms = Object.entries(data).filter(([, form]) => form !== undefined);
  return Object.fromEntries(forms.map(([type, form]) => [type, formOf(type, form)]));
}

function formOf(type: string, form: unknown): unknown {
  if (jsonTypes.test(type)) return asJson(form, type);
  if (typeof form === "string" || isLines(form)) return form;
  const wanted = /^(image|audio|video)\/(?!svg)/.test(type) ? "text: its bytes in base64" : "text";
  throw new TypeError(`${type} must be ${wanted}, not ${nameOf(form)}.`);
}

function isLines(form: unknown): boolean {
  return Array.isArray(form) && form.every((line) => typeof line === "string");
}

function nameOf(value: unknown): string {
  if (value === null) return "null";
  if (typeof value !== "object") return `a ${typeof value}`;
  return `a value of type ${(value as object).constructor?.name ?? "Object"}`;
}

function asJson<T>(value: T, name: string): T {
  if (isJson(value)) return value;
  const written = writeJson(value);
  if ("text" in written) return (written.text === undefined ? null : JSON.parse(written.text)) as T;
  const place = placeOfFault(value);
  throw new TypeError(
    `${name} must be JSON, and ${place === "" ? "this" : place} is not: ${written.reason}.`,
  );
}

function writeJson(value: unknown): { text: string | undefined } | { reason: string } {
  try {
    return { text: JSON.stringify(value) as string | undefined };
  } catch (error) {
    return { reason: (error as Error).message.split("\n")[0] };
  }
}

/** Whether a value is JSON as it is; a copy of a large view would cost more than this look at it. */
function isJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth > 100) return false;
  if (Array.isArray(value)) return value.every((each) => isJson(each, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if ((prototype !== Object.prototype && prototype !== null) || "toJSON" in value) return false;
  return Object.values(value).every((each) => isJson(each, depth + 1));
}

/** Where the first part is that JSON cannot hold; "" if that is the value itself. */
function placeOfFault(value: unknown, around: readonly unknown[] = []): string {
  if (typeof value !== "object" || value === null || around.includes(value)) return "";
  for (const [key, part] of Object.entries(value))
    if ("reason" in writeJson(part))
      return (Array.isArray(value) ? `[${key}]` : `.${key}`) + placeOfFault(part, [...around, value]);
  return "";
}
