import { existsSync } from "node:fs";
import path from "node:path";
import type { MimeBundle } from "../../kernel/contracts/mimeBundle.js";
import { viewMimeTypes } from "../../kernel/contracts/viewMimeTypes.js";
import { type ViewName, viewNames, type ViewPayload } from "../../kernel/contracts/views.js";
import type { PageOutput } from "./viewPage.js";

/** A view as the tests show it: default export of test/media/examples/<view>.ts. */
export interface ViewExample<Name extends ViewName> {
  /** Enough data to see every part of the view; the same at each call. */
  payload(): ViewPayload<Name>;
  /** The builder of kernel/figures/bundles. */
  bundle(payload: ViewPayload<Name>): Promise<MimeBundle>;
  /** What the CSV of the view's table starts with. */
  readonly table: RegExp;
  /** Words in the exported picture. */
  readonly picture: RegExp;
}

/** Where the example of a view lies. */
export function exampleFile(view: string): string {
  return `test/media/examples/${view}.ts`;
}

/** The example of a view; undefined where nobody has written one. */
export async function exampleOf(view: string): Promise<ViewExample<ViewName> | undefined> {
  const file = path.join(import.meta.dirname, "examples", `${view}.ts`);
  if (!existsSync(file)) return undefined;
  const module = (await import(file)) as { readonly default: ViewExample<ViewName> };
  return module.default;
}

/** The examples of all registered views, ready to be put on a page. */
export async function exampleOutputs(): Promise<PageOutput[]> {
  return Promise.all(viewNames.map(exampleOutput));
}

/** The example of one view as an output. */
export async function exampleOutput(view: ViewName): Promise<PageOutput> {
  const example = await exampleOf(view);
  if (!example) throw new Error(`There is no example of the view "${view}": write ${exampleFile(view)}.`);
  return { mimeType: viewMimeTypes[view], payload: example.payload() };
}
