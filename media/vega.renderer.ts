import { activatePlots } from "./plots/plotRenderer.js";
import { drawVega } from "./plots/vegaOutput.js";

export const activate = activatePlots(drawVega);
