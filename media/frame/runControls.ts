import { html, nothing, type TemplateResult } from "lit-html";
import type { ViewHost } from "../host/viewHost.js";

/** Where a run stands, as its board knows it. */
export type RunState = "planned" | "waiting" | "running" | "paused" | "stopped" | "finished" | "failed";

/** Pause, Resume and Stop of a run that is alive, where a kernel can hear them; nothing otherwise. */
export function runControls(
  run: string,
  state: RunState,
  pending: string | null,
  host: ViewHost,
  asked: (words: string) => void,
): TemplateResult | typeof nothing {
  const alive = state === "running" || state === "paused" || state === "waiting";
  if (!host.postMessage || !alive) return nothing;
  const ask = (action: "pause" | "resume" | "stop", words: string) => () => {
    host.postMessage!({ type: "run-control", run, action });
    asked(words);
  };
  return html`<div class="controls" role="group" aria-label="Run">
    ${
      state === "paused"
        ? html`<button type="button" @click=${ask("resume", "Resuming …")}>Resume</button>`
        : html`<button type="button" @click=${ask("pause", "Pausing after this step …")}>Pause</button>`
    }
    <button type="button" @click=${ask("stop", "Stopping after this step …")}>Stop</button>
    ${pending === null ? nothing : html`<span class="note">${pending}</span>`}
  </div>`;
}
