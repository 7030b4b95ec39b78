/**
 * One output in several forms, keyed by MIME type; a front end shows the richest form that it supports
 * (Jupyter messaging 5.4, `display_data`). JSON types hold objects, `image/png` holds base64, all others text.
 */
export type MimeBundle = Readonly<Record<string, unknown>>;

/**
 * The key of the method that defines how a value is displayed as the last expression of a cell. It is the
 * registered symbol that Deno's Jupyter kernel uses, so libraries written for that kernel work here too.
 */
export const displayMethod: unique symbol = Symbol.for("Jupyter.display") as never;

/** A value that defines its own display. */
export interface Displayable {
  [displayMethod](): MimeBundle | Promise<MimeBundle>;
}

/** Whether a value has a {@link displayMethod}. */
export function isDisplayable(value: unknown): value is Displayable {
  return (
    (typeof value === "object" || typeof value === "function") &&
    value !== null &&
    typeof (value as Partial<Displayable>)[displayMethod] === "function"
  );
}
