/** The script of the pages of runs, studies and comparisons in VS Code. */
import type { PageMessage, PageUpdate } from "../../kernel/contracts/recordPage.js";
import { storedState } from "../host/storedState.js";
import { sharedByPage } from "../selection/sharedSelection.js";
import { RecordPageView } from "./recordPageView.js";

declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

const code = acquireVsCodeApi();
const state = storedState();
const view = new RecordPageView(document.getElementById("page")!, (message) => code.postMessage(message), {
  shared: sharedByPage(),
  loadState: (key) => state.load(key),
  saveState: (key, value) => state.save(key, value),
});
window.addEventListener("message", ({ data }: MessageEvent<PageUpdate>) => view.receive(data));
code.postMessage({ type: "ready" });
