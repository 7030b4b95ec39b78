import { randomUUID } from "node:crypto";
import { currentCell, type CellContext } from "./cellContext.js";
import type { MimeData } from "../contracts/cellOutput.js";
import { mimeBundle } from "./mimeOfValue.js";
import { withNativeText } from "./standIn.js";

export interface DisplayOptions {
  readonly id?: string;
  readonly metadata?: Record<string, unknown>;
}

/** Puts a value into the forms in which it is shown. */
type Former = (value: unknown) => MimeData | Promise<MimeData>;

/** A displayed value, which can be replaced or removed later; printed, it shows its id alone. */
export class DisplayHandle {
  readonly #cell: CellContext;
  readonly #shown: Promise<void>;
  readonly #form: Former;

  constructor(
    readonly id: string,
    cell: CellContext,
    shown: Promise<void>,
    form: Former,
  ) {
    this.#cell = cell;
    this.#shown = shown;
    this.#form = form;
  }

  /** Unlike `instanceof`, runs no code of the user's. */
  static is(value: unknown): value is DisplayHandle {
    return typeof value === "object" && value !== null && #shown in value;
  }

  /** Resolves once the value stands below its cell. */
  get shown(): Promise<void> {
    return this.#shown;
  }

  /** Shows another value, in the form of the first: the handle of `display.html` takes text as HTML. */
  async update(value: unknown): Promise<void> {
    await this.#shown;
    await show(this.#cell, "update_display_data", this.#form(value), this.id, {});
  }

  async clear(): Promise<void> {
    await this.#shown;
    await show(this.#cell, "update_display_data", { "text/plain": "", "text/html": "" }, this.id, {});
  }
}

const displayed = new Set<string>();

function put(value: unknown, form: Former, options: DisplayOptions = {}): DisplayHandle {
  const cell = currentCell();
  if (!cell) throw new Error("display() works only inside a cell, and no cell is running.");
  const id = options.id ?? randomUUID();
  const kind = displayed.has(id) ? "update_display_data" : "display_data";
  displayed.add(id);
  const shown = show(cell, kind, form(value), id, options.metadata ?? {});
  return new DisplayHandle(id, cell, shown as Promise<void>, form);
}

/** A display function for values of one form; an update with a value that has not that form shows it as any value. */
function displayOf<T>(form: (value: T) => MimeData, fits: (value: unknown) => value is T) {
  const formOf: Former = (value) => (fits(value) ? form(value) : mimeBundle(value));
  return (value: T, options?: DisplayOptions) => put(value, formOf, options);
}

const isText = (value: unknown): value is string => typeof value === "string";
const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;
const isBundle = (value: unknown): value is MimeData =>
  typeof value === "object" && value !== null && Object.keys(value).every((key) => key.includes("/"));

const displayOfText = (mime: string) => displayOf((text) => ({ [mime]: text }), isText);
const displayOfBytes = (mime: string) => displayOf((bytes) => ({ [mime]: base64(bytes) }), isBytes);

function show(
  cell: CellContext,
  kind: "display_data" | "update_display_data",
  bundle: MimeData | Promise<MimeData>,
  id: string,
  metadata: Record<string, unknown>,
): Promise<void> | void {
  const emit = (data: MimeData) =>
    cell.emit({ output_type: kind, data, metadata, transient: { display_id: id } });
  return bundle instanceof Promise ? bundle.then(emit) : emit(bundle);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}

const forms = {
  bundle: displayOf((data) => data, isBundle),
  html: displayOfText("text/html"),
  markdown: displayOfText("text/markdown"),
  latex: displayOfText("text/latex"),
  svg: displayOfText("image/svg+xml"),
  png: displayOfBytes("image/png"),
  jpeg: displayOfBytes("image/jpeg"),
  json: displayOf(
    (value) => ({ "application/json": value }),
    (value): value is unknown => value !== undefined,
  ),
  text: displayOfText("text/plain"),
  clear: ({ wait = false }: { wait?: boolean } = {}) =>
    currentCell()?.emit({ output_type: "clear_output", wait }),
};

/** The `display` function that every cell sees. */
export const display = Object.assign(
  withNativeText("display", (value: unknown, options?: DisplayOptions) => put(value, mimeBundle, options)),
  Object.fromEntries(
    Object.entries(forms).map(([name, form]) => [
      name,
      withNativeText(name, form as (...args: unknown[]) => unknown),
    ]),
  ) as typeof forms,
);
