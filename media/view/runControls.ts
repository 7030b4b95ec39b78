import { html, nothing, type TemplateResult } from "lit-html";
import type { RunAliveReply } from "../../kernel/contracts/viewMessages.js";
import type { ViewHost } from "../host/viewHost.js";
import { worded } from "../../kernel/words/words.js";

/** The state of a run, as its board knows it. */
export type RunState = "planned" | "waiting" | "running" | "paused" | "stopped" | "finished" | "failed";

/**
 * Pause, Resume and Stop for a run. They appear only while a kernel says that the run is in progress, because the board
 * in a saved notebook keeps the state it was saved in.
 */
export class RunControls {
  #run = "";
  #state: RunState = "finished";
  /** Undefined until it is known. */
  #alive: boolean | undefined;
  #pending: string | null = null;

  /** @param say tells the reader what was requested, and redraws the view */
  constructor(
    readonly host: ViewHost,
    readonly say: (words: string) => void,
  ) {}

  /** Follows a payload's run and asks the kernel whether it is in progress. */
  follow(run: string, state: RunState): void {
    if (run !== this.#run) this.#alive = undefined;
    if (run !== this.#run || state !== this.#state) this.#pending = null;
    this.#run = run;
    this.#state = state;
    if (!this.#alive && isGoingOn(state)) this.host.postMessage?.({ type: "run-alive", run });
  }

  /** @returns whether the view must be redrawn */
  heard(message: unknown): boolean {
    const { type, run, alive } = (message ?? {}) as Partial<RunAliveReply>;
    if (type !== "run-alive" || (run !== null && run !== this.#run)) return false;
    const before = [this.#alive === true, this.isInterrupted];
    this.#alive = alive === true;
    return before[0] !== this.#alive || before[1] !== this.isInterrupted;
  }

  /** Whether the run has no end, and no kernel that trains it. */
  get isInterrupted(): boolean {
    return this.#alive === false && isGoingOn(this.#state);
  }

  /** Resumes a run that was interrupted or stopped before its end, where the front end can. */
  get resumption(): TemplateResult | typeof nothing {
    const isCut = this.isInterrupted || this.#state === "stopped";
    if (!isCut || !this.host.resumesRuns) return nothing;
    const words = worded("Running the cells that the run needs, then resuming …");
    const ask = () => {
      this.host.postMessage?.({ type: "resume-run", run: this.#run });
      this.say(words);
    };
    return html`<div class="controls" role="group" aria-label=${worded("Run")}>
      <button type="button" @click=${ask}>${worded("Resume")}</button>
    </div>`;
  }

  get buttons(): TemplateResult | typeof nothing {
    if (this.#alive !== true || !isGoingOn(this.#state)) return nothing;
    return html`<div class="controls" role="group" aria-label=${worded("Run")}>
      ${
        this.#state === "paused"
          ? this.#button(worded("Resume"), "resume", worded("Resuming …"))
          : this.#button(worded("Pause"), "pause", worded("Pausing after this step …"))
      }
      ${this.#button(worded("Stop"), "stop", worded("Stopping after this step …"))}
      ${this.#pending === null ? nothing : html`<span class="note">${this.#pending}</span>`}
    </div>`;
  }

  #button(label: string, action: "pause" | "resume" | "stop", words: string): TemplateResult {
    const ask = () => {
      this.host.postMessage?.({ type: "run-control", run: this.#run, action });
      this.#pending = words;
      this.say(words);
    };
    return html`<button type="button" @click=${ask}>${label}</button>`;
  }
}

function isGoingOn(state: RunState): boolean {
  return state === "running" || state === "paused" || state === "waiting";
}
