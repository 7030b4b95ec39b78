import { activatePlots } from "./plots/plotRenderer.js";
import { drawPlotly } from "./plots/loadPlotly.js";

export const activate = activatePlots(drawPlotly);
