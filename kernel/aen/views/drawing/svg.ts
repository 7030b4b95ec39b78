import { Error as errorLevel, logger, parse, View, type Spec } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { VegaLiteSpec } from "./layers.js";

/** Draws a Vega-Lite specification as SVG, in Node, without a canvas and without fetching anything. */
export async function renderSvg(spec: VegaLiteSpec): Promise<string> {
  const quiet = logger(errorLevel);
  const compiled = compile(spec as unknown as TopLevelSpec, { logger: quiet }).spec as Spec;
  const view = new View(parse(compiled), { renderer: "none", logger: quiet });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
