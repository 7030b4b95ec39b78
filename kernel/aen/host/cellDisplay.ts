import type { Displayable } from "../../contracts/mimeBundle.js";

/** Shows a value below the running cell; resolves once it stands there. */
export type CellDisplay = (value: Displayable) => Promise<void>;

let display: CellDisplay | undefined;

/** Shows a value below the running cell; nothing happens outside a notebook. */
export async function displayInCell(value: Displayable): Promise<void> {
  await display?.(value);
}

/** Called by the notebook session. */
export function setCellDisplay(given: CellDisplay | undefined): void {
  display = given;
}
