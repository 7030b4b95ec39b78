import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { isCartesian, plotlyMimeType, vegaMimeTypes } from "../../contracts/plotMimeTypes.js";
import type { Notebook } from "../notebookFile.js";

const ownView = /^application\/vnd\.aen\.[\w-]+\.v\d+\+json$/;
const figures: readonly string[] = [plotlyMimeType, ...vegaMimeTypes];

/** The MIME forms of an output; none where it is damaged. */
export function bundleOf(output: unknown): Readonly<Record<string, unknown>> {
  const { data } = (output ?? {}) as { readonly data?: unknown };
  return typeof data === "object" && data !== null ? (data as Readonly<Record<string, unknown>>) : {};
}

/** The MIME type of the output form that a page's script draws; undefined if the output has only static forms. */
export function liveType(data: Readonly<Record<string, unknown>>): string | undefined {
  const types = Object.keys(data);
  return types.find((type) => ownView.test(type)) ?? figures.find((type) => types.includes(type));
}

/**
 * The text of the scripts that a notebook's outputs need; none before the first build.
 * @param others names of further scripts of the page
 */
export async function pageScripts(notebook: Notebook, ...others: string[]): Promise<string[]> {
  const names = [...others, ...scriptNames(notebook)];
  const scripts = await Promise.all(names.map(readScript));
  return scripts.filter((script) => script !== undefined);
}

/** Names of the needed scripts in dist/media/page: a page includes only what it shows. */
export function scriptNames({ cells }: Notebook): Set<string> {
  const bundles = cells
    .flatMap(({ outputs }) => (Array.isArray(outputs) ? outputs : []))
    .map((output) => bundleOf(output));
  const live = bundles.flatMap((data) => liveType(data) ?? []);
  const plots = bundles.filter((data) => liveType(data) === plotlyMimeType);
  const plotly = plots.every((data) => isCartesian(data[plotlyMimeType])) ? "plotlyCartesian" : "plotly";
  const frames = bundles.some((data) => Object.hasOwn(data, "text/html")) ? ["frames"] : [];
  return new Set([...live.map((type) => (type === plotlyMimeType ? plotly : "views")), ...frames]);
}

/** Reads a script from beside the built module, or from dist/ when running from source. */
async function readScript(name: string): Promise<string | undefined> {
  for (const media of ["../../../media", "../../../dist/media"]) {
    const url = new URL(`${media}/page/${name}.page.js`, import.meta.url);
    if (existsSync(url)) return readFile(url, "utf8");
  }
  return undefined;
}
