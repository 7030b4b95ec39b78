import { worded } from "../../kernel/words/words.js";

/** A figure that fetches nothing, and the addresses that it does without. */
export interface ClosedFigure<Figure> {
  readonly figure: Figure;
  /** The first 80 characters of each address that was left out, once. */
  readonly missing: readonly string[];
}

/** Kinds of traces, and names of subplots, whose maps plotly.js fetches from a server. */
const mapTrace = /^(?:choropleth|(?:scatter|choropleth|density)(?:geo|map|mapbox))$/;
const mapSubplot = /^(?:geo|map|mapbox)\d*$/;

/**
 * A Plotly figure without addresses: pictures that are not in it are left out wherever they stand (traces, layout,
 * templates, frames, buttons), as are styles of text that fetch.
 * @throws Error for maps, of which nothing can be drawn without fetching
 */
export function closedFigure<Figure>(figure: Figure): ClosedFigure<Figure> {
  if (wantsMap(figure))
    throw new Error(
      worded(
        "it is a map, whose outlines plotly.js would fetch, and figures fetch nothing. Draw it in its cell and show the picture (image/png)",
      ),
    );
  const missing = new Set<string>();
  const without = (value: unknown): unknown => {
    if (typeof value === "string") return withoutStyles(value);
    if (Array.isArray(value)) return value.map(without);
    if (typeof value !== "object" || value === null) return value;
    const kept = Object.entries(value).filter(([key, one]) => !isAddress(key, one, missing));
    return Object.fromEntries(kept.map(([key, one]) => [key, without(one)]));
  };
  return { figure: without(figure) as Figure, missing: [...missing] };
}

function isAddress(key: string, value: unknown, missing: Set<string>): boolean {
  if (/(?:^|\.)(?:topojsonURL|plotlyServerURL)$/.test(key)) return true;
  if (!/(?:^|\.)source(?:src)?$/.test(key) || typeof value !== "string") return false;
  if (value === "" || /^data:image\//i.test(value)) return false;
  missing.add(value.slice(0, 80));
  return true;
}

/** Plotly's text may have `<span style="...">`, which the browser reads. */
function withoutStyles(text: string): string {
  if (!/style\s*=/i.test(text) || !/url|image|src|\\|&/i.test(text)) return text;
  return text.replaceAll(/style\s*=/gi, "data-style=");
}

/** Templates list defaults for kinds of traces that a figure need not have. */
function wantsMap(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(wantsMap);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, one]) => {
    if (key === "template") return false;
    if (key === "layout" && isObject(one) && Object.keys(one).some((name) => mapSubplot.test(name)))
      return true;
    if (/(?:^|\.)type$/.test(key) && typeof one === "string") return mapTrace.test(one);
    return wantsMap(one);
  });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

const fetching = /(?:url|src|image-set|cross-fade)\((?!#|["']?(?:#|$))[^]{0,80}/i;

/** Text without the escapes of CSS, such as `\\75 rl`. */
function unescaped(text: string): string {
  return text
    .replaceAll(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) =>
      String.fromCodePoint(parseInt(code, 16) % 0x110000),
    )
    .replaceAll("\\", "");
}

/** Whether a text of a Vega specification makes the browser fetch by a style: `url(...)` of anything but its own page. */
export function fetchingStyle(value: unknown): string | undefined {
  if (typeof value === "string") return fetching.exec(unescaped(value).replaceAll(/\s/g, ""))?.[0];
  if (!isObject(value)) return undefined;
  for (const one of Object.values(value)) {
    const found = fetchingStyle(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
