import { activateGeneral } from "./general/generalRenderer.js";
import { drawVega } from "./general/vegaOutput.js";

export const activate = activateGeneral(drawVega);
