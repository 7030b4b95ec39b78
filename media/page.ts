/**
 * The script of an HTML page that `aen run --html` or `aen export` wrote: draws every payload that it finds in a
 * `<script type="application/vnd.aen...">` beside the still picture, which stays where there is no scripting.
 */
import { storedState } from "./host/storedState.js";
import type { ViewHost } from "./host/viewHost.js";
import { mountView } from "./mountView.js";

const state = storedState();
const host: ViewHost = {
  loadState: (key) => state.load(location.pathname + key),
  saveState: (key, value) => state.save(location.pathname + key, value),
};

async function mount(script: HTMLScriptElement): Promise<void> {
  const place = document.createElement("div");
  script.after(place);
  let payload: unknown;
  try {
    payload = JSON.parse(script.textContent ?? "");
  } catch {
    return place.remove();
  }
  await mountView(place, script.type, payload, host);
  const still = script.parentElement?.querySelector<HTMLElement>(":scope > .still");
  if (still && place.firstElementChild?.shadowRoot) still.hidden = true;
}

for (const script of document.querySelectorAll<HTMLScriptElement>('script[type^="application/vnd.aen."]')) {
  void mount(script);
}
