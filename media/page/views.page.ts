/** The script of an HTML page that `aen run --html` or `aen export` wrote: our own views, and Vega figures. */
import { vegaMimeTypes } from "../../kernel/contracts/plotMimeTypes.js";
import { drawVega } from "../plots/vegaOutput.js";
import { storedState } from "../host/storedState.js";
import type { ViewHost } from "../host/viewHost.js";
import { sharedByPage } from "../selection/sharedSelection.js";
import { mountView } from "../mountView.js";
import { bringToLife, figure } from "./outputs.js";
import { speakAsPage } from "../words/pageLanguage.js";

speakAsPage();
const state = storedState();
const host: ViewHost = {
  shared: sharedByPage(),
  loadState: (key) => state.load(location.pathname + key),
  saveState: (key, value) => state.save(location.pathname + key, value),
};

bringToLife(
  (type) => type.startsWith("application/vnd.aen."),
  async (place, payload, type) => {
    await mountView(place, type, payload, host);
    return Boolean(place.firstElementChild?.shadowRoot);
  },
);
bringToLife((type) => (vegaMimeTypes as readonly string[]).includes(type), figure(drawVega));
