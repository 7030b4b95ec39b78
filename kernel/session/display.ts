import { randomUUID } from "node:crypto";
import { currentCell, type CellContext } from "./cellContext.js";
import type { MimeData } from "../contracts/cellOutput.js";
import { mimeBundle } from "./mimeOfValue.js";

export interface DisplayOptions {
  readonly id?: string;
  readonly metadata?: Record<string, unknown>;
}

/** A displayed value, which can be replaced or removed later. */
export class DisplayHandle {
  constructor(
    readonly id: string,
    readonly cell: CellContext,
    readonly shown: Promise<void>,
  ) {}

  async update(value: unknown): Promise<void> {
    await this.shown;
    await show(this.cell, "update_display_data", mimeBundle(value), this.id, {});
  }

  async clear(): Promise<void> {
    await this.shown;
    await show(this.cell, "update_display_data", { "text/plain": "", "text/html": "" }, this.id, {});
  }
}

const displayed = new Set<string>();

function put(bundle: MimeData | Promise<MimeData>, options: DisplayOptions = {}): DisplayHandle {
  const cell = currentCell();
  if (!cell) throw new Error("display() works only inside a cell, and no cell is running.");
  const id = options.id ?? randomUUID();
  const kind = displayed.has(id) ? "update_display_data" : "display_data";
  displayed.add(id);
  const shown = show(cell, kind, bundle, id, options.metadata ?? {});
  return new DisplayHandle(id, cell, shown as Promise<void>);
}

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

/** The `display` function that every cell sees. */
export const display = Object.assign(
  (value: unknown, options?: DisplayOptions) => put(mimeBundle(value), options),
  {
    bundle: (data: MimeData, options?: DisplayOptions) => put(data, options),
    html: (text: string, options?: DisplayOptions) => put({ "text/html": text }, options),
    markdown: (text: string, options?: DisplayOptions) => put({ "text/markdown": text }, options),
    latex: (text: string, options?: DisplayOptions) => put({ "text/latex": text }, options),
    svg: (text: string, options?: DisplayOptions) => put({ "image/svg+xml": text }, options),
    png: (bytes: Uint8Array, options?: DisplayOptions) => put({ "image/png": base64(bytes) }, options),
    jpeg: (bytes: Uint8Array, options?: DisplayOptions) => put({ "image/jpeg": base64(bytes) }, options),
    json: (value: unknown, options?: DisplayOptions) => put({ "application/json": value }, options),
    text: (text: string, options?: DisplayOptions) => put({ "text/plain": text }, options),
    clear: ({ wait = false }: { wait?: boolean } = {}) =>
      currentCell()?.emit({ output_type: "clear_output", wait }),
  },
);
