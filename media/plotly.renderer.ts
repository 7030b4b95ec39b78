import { activateGeneral } from "./general/generalRenderer.js";
import { drawPlotly } from "./general/plotlyOutput.js";

export const activate = activateGeneral(drawPlotly);
