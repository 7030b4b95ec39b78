/** The cell that the running code belongs to. */
export interface CallingCell {
  /** The path of its notebook, if known. */
  readonly notebook: string | null;
  readonly executionCount: number;
  readonly code: string;
}

/** Shared by all copies of this module in a process. */
const key: unique symbol = Symbol.for("aen.callingCell");
const holder = globalThis as { [key]?: () => CallingCell | null };

/** The cell that the running code belongs to; null outside a notebook. */
export function callingCell(): CallingCell | null {
  return holder[key]?.() ?? null;
}

/** Called by the notebook session. */
export function setCallingCell(given: (() => CallingCell | null) | undefined): void {
  Object.defineProperty(holder, key, { value: given, configurable: true });
}
