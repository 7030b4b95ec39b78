/**
 * How a view's payload travels and is saved. Notebooks write every number of a list on a line of its own; so the long
 * fields of a payload are JSON texts in `packed`, in which lists of alike objects are columns, and lists of rates whole
 * numbers (see {@link inTenThousandths}). Short fields stay as they are, and payloads of older versions, which have no
 * `packed`, are read as before.
 */
export interface PackedPayload {
  readonly packed?: Readonly<Record<string, string>>;
}

/** Fields whose JSON is longer are packed. */
const longField = 300;

/** The payload with its long fields as JSON texts. */
export function packedPayload(payload: object): PackedPayload & Readonly<Record<string, unknown>> {
  const entries = Object.entries(payload).map(([name, value]) => [name, value, textOf(value)] as const);
  const long = entries.filter(([, , text]) => text !== undefined);
  if (long.length === 0) return { ...payload };
  return {
    ...Object.fromEntries(entries.filter(([, , text]) => text === undefined)),
    packed: Object.fromEntries(long.map(([name, , text]) => [name, text!])),
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const text = JSON.stringify(inColumns(value));
  return text.length > longField ? text : undefined;
}

/** The payload as its view reads it; anything else, and fields that cannot be read, stay as they are. */
export function unpackedPayload(payload: unknown): unknown {
  const { packed, ...rest } = (isRecord(payload) ? payload : {}) as PackedPayload;
  if (!isRecord(packed)) return payload;
  try {
    const fields = Object.entries(packed).map(
      ([name, text]) => [name, outOfColumns(JSON.parse(text))] as const,
    );
    return { ...rest, ...Object.fromEntries(fields) };
  } catch {
    return payload;
  }
}

const fewestAlike = 3;

/**
 * Lists of objects with much the same keys become an object of columns, and so do the objects in these columns. An
 * object that lacks a key has null in its column and stands in the key's list of `~absent`, which is left out where no
 * object lacks any.
 */
function inColumns(value: unknown): unknown {
  if (Array.isArray(value)) {
    const units = inTenThousandths(value);
    if (units !== undefined) return units;
    const keys = sharedKeys(value);
    if (!keys) return value.map(inColumns);
    const columns = keys.map((key) =>
      inColumns(value.map((one) => (Object.hasOwn(one, key) ? one[key] : null))),
    );
    const absent = keys.map((key) => value.flatMap((one, i) => (Object.hasOwn(one, key) ? [] : [i])));
    const lacking = absent.some((indices) => indices.length > 0);
    return { "~keys": keys, "~columns": columns, ...(lacking && { "~absent": absent }) };
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inColumns(one)]));
}

/** Whole numbers, null, and lists of them. */
type Units = number | null | readonly Units[];

/**
 * Lists of numbers of up to four decimals, also in lists, as whole numbers: `[0.5652, 0.0172]` becomes `[5652, 172]`.
 * Undefined for other values, and where it would not be shorter.
 */
function inTenThousandths(values: readonly unknown[]): object | undefined {
  const units = unitsOf(values);
  if (units === undefined) return undefined;
  const packed = { "~tenThousandths": units };
  return JSON.stringify(packed).length < JSON.stringify(values).length ? packed : undefined;
}

function unitsOf(value: unknown): Units | undefined {
  if (value === null) return null;
  if (Array.isArray(value)) {
    const parts = value.map(unitsOf);
    return parts.includes(undefined) ? undefined : (parts as Units[]);
  }
  if (typeof value !== "number") return undefined;
  const units = Math.round(value * 10_000);
  return units / 10_000 === value ? units : undefined;
}

function outOfUnits(units: unknown): unknown {
  if (Array.isArray(units)) return units.map(outOfUnits);
  return typeof units === "number" ? units / 10_000 : units;
}

/** The keys of all objects of a list, if on average an object has at least half of them. */
function sharedKeys(values: readonly unknown[]): string[] | undefined {
  if (values.length < fewestAlike || !values.every(isRecord)) return undefined;
  const keys = new Set(values.flatMap((one) => Object.keys(one)));
  const present = values.reduce((sum: number, one) => sum + Object.keys(one).length, 0);
  return keys.size > 0 && 2 * present >= keys.size * values.length ? [...keys] : undefined;
}

function outOfColumns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(outOfColumns);
  if (!isRecord(value)) return value;
  if (Array.isArray(value["~tenThousandths"])) return outOfUnits(value["~tenThousandths"]);
  const { "~keys": keys, "~columns": columns, "~absent": absent } = value;
  if (!Array.isArray(keys) || !Array.isArray(columns))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, outOfColumns(one)]));
  const lists = columns.map((column) => outOfColumns(column) as unknown[]);
  const lacks = keys.map((_, k) => new Set<unknown>(Array.isArray(absent) ? (absent[k] as unknown[]) : []));
  return lists[0].map((_, i) =>
    Object.fromEntries(keys.flatMap((key: string, k) => (lacks[k].has(i) ? [] : [[key, lists[k][i]]]))),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
