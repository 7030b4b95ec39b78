import { activateGeneral } from "./general/generalRenderer.js";
import { drawPlotly } from "./general/loadPlotly.js";

export const activate = activateGeneral(drawPlotly);
