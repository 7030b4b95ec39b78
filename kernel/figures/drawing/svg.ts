import { Error as errorLevel, logger, parse, View, type Spec } from "vega";
import type { VegaLiteSpec } from "./layers.js";
import { isPicture, pictureInVega } from "./pictureInVega.js";

/** Renders a Vega-Lite specification as SVG in Node, without a canvas and without fetching anything. */
export async function renderSvg(spec: VegaLiteSpec): Promise<string> {
  const quiet = logger(errorLevel);
  const view = new View(parse(await inVega(spec)), { renderer: "none", logger: quiet });
  try {
    return leanSvg(await view.toSVG());
  } finally {
    view.finalize();
  }
}

/**
 * The same picture in fewer bytes: a font that all texts share stands once, and what only a page with scripts reads
 * (names and descriptions of kinds of marks, pointer events, invisible foregrounds) is left out, and so is what holds
 * anyway; paths and places have tenths of a pixel.
 */
export function leanSvg(svg: string): string {
  const lean = svg
    .replaceAll(/ aria-roledescription="[^"]*"/g, "")
    .replaceAll(/ role="graphics-(?:object|symbol)"/g, "")
    .replaceAll(/ pointer-events="none"/g, "")
    .replaceAll(/<path class="(?:foreground|background)"[^>]*d="(?:M0,0h0v0h0Z)?"[^>]*\/>/g, "")
    .replaceAll(/ class="(?:mark-|background)[^"]*"/g, "")
    .replaceAll(/ opacity="1"/g, "")
    .replaceAll(/ transform="(?:translate|rotate)\(0(?:,0)?\)"/g, "");
  const rounded = lean.replaceAll(/ d="[^"]*"|translate\([^)]*\)/g, (path) =>
    path.replaceAll(/(\.\d)\d+/g, "$1"),
  );
  const fonts = new Set(rounded.match(/ font-family="[^"]*"/g));
  if (fonts.size !== 1) return rounded;
  const [font] = fonts;
  return rounded.replaceAll(font, "").replace("<svg ", `<svg${font} `);
}

async function inVega(spec: VegaLiteSpec): Promise<Spec> {
  if (isPicture(spec)) return pictureInVega(spec);
  const { compile } = await import("vega-lite");
  return compile(spec as unknown as Parameters<typeof compile>[0], { logger: logger(errorLevel) }).spec;
}
