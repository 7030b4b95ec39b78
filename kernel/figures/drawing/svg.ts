import { Error as errorLevel, logger, parse, View, type Spec } from "vega";
import type { VegaLiteSpec } from "./layers.js";
import { leanSvg } from "./leanSvg.js";
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

async function inVega(spec: VegaLiteSpec): Promise<Spec> {
  if (isPicture(spec)) return pictureInVega(spec);
  const { compile } = await import("vega-lite");
  return compile(spec as unknown as Parameters<typeof compile>[0], { logger: logger(errorLevel) }).spec;
}
