/** The script of the pages of runs, studies and comparisons in VS Code. */
import type { PageMessage, PageUpdate } from "../../kernel/contracts/recordPage.js";
import type { LanguageReply } from "../../kernel/contracts/viewMessages.js";
import { storedState } from "../host/storedState.js";
import { sharedByPage } from "../selection/sharedSelection.js";
import { speak } from "../words/speak.js";
import { RecordPageView } from "./recordPageView.js";

declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

if (document.body.dataset.views === "de") void speak("de");
const code = acquireVsCodeApi();
const state = storedState();
const view = new RecordPageView(document.getElementById("page")!, (message) => code.postMessage(message), {
  shared: sharedByPage(),
  loadState: (key) => state.load(key),
  saveState: (key, value) => state.save(key, value),
});
window.addEventListener("message", ({ data }: MessageEvent<PageUpdate | LanguageReply>) => {
  if (data.type === "language") void speak(data.language);
  else view.receive(data);
});
code.postMessage({ type: "ready" });
