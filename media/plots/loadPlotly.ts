import { isCartesian } from "../../kernel/contracts/plotMimeTypes.js";
import { drawWithPlotly, type Plotly } from "./plotlyOutput.js";

/** Draws a Plotly figure with the smallest plotly.js bundle that supports its traces, loaded when first needed. */
export async function drawPlotly(element: HTMLElement, figure: unknown): Promise<() => void> {
  const module: unknown = isCartesian(figure)
    ? await import("plotly.js-cartesian-dist-min")
    : await import("plotly.js-strict-dist-min");
  return drawWithPlotly((module as { default: Plotly }).default, element, figure);
}
