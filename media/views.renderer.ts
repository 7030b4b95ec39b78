export { activateViews as activate } from "./vscodeRenderer.js";
