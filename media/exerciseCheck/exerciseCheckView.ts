import { html, nothing, type TemplateResult } from "lit-html";
import type { ExerciseCheckPayload } from "../../kernel/contracts/payloads/exerciseCheck.js";
import type { VegaLiteSpec } from "../../kernel/figures/drawing/layers.js";
import { exerciseCheckSpec } from "../../kernel/figures/exerciseCheck/exerciseCheckSpec.js";
import {
  checkState,
  checkTitle,
  type FrameTexts,
  frameTexts,
  stateSigns,
  stateWords,
} from "../../kernel/figures/exerciseCheck/frameTexts.js";
import type { Theme } from "../../kernel/figures/theme.js";
import { stateKey } from "../host/stateKey.js";
import type { DataTable } from "../view/dataTable.js";
import { View } from "../view/view.js";

interface CheckState {
  readonly hint: boolean;
}

/** What the check of an exercise has found: its state and points, each part, and a hint on request. */
export class ExerciseCheckView extends View<ExerciseCheckPayload, CheckState> {
  protected initialState(): CheckState {
    return { hint: false };
  }

  /** A check that finds something else has another hint, which is hidden again. */
  protected stateKey({ exercise, hint = "" }: ExerciseCheckPayload): string {
    return stateKey("exercise-check", exercise, hint);
  }

  protected defaultTitle(): string {
    return checkTitle(this.payload);
  }

  protected body(): TemplateResult {
    const state = checkState(this.payload);
    return html`<div class="ready" lang=${this.payload.language}>
      <p class="checkState ${state}">
        <span aria-hidden="true">${stateSigns[state]}</span> ${stateWords(this.payload)}
      </p>
      <ul class="checkParts">
        ${this.payload.parts.map((part) => this.#part(part))}
      </ul>
      ${this.payload.hint === undefined ? nothing : this.#hint(this.payload.hint)}
    </div>`;
  }

  #part({ what, state, points, maxPoints }: ExerciseCheckPayload["parts"][number]): TemplateResult {
    return html`<li class=${state}>
      <span aria-hidden="true">${stateSigns[state]}</span>
      <span>
        ${what}: ${this.#words.parts[state]}
        <span class="note">(${this.#words.points(points, maxPoints)})</span>
      </span>
    </li>`;
  }

  #hint(hint: string): TemplateResult {
    const isShown = this.state.hint;
    const button = html`<button
      type="button"
      aria-expanded=${isShown ? "true" : "false"}
      @click=${() => this.#toggle(hint)}
    >
      ${isShown ? this.#words.hideHint : this.#words.showHint}
    </button>`;
    return html`<div class="controls">${button}</div>
      ${isShown ? html`<p class="filter" lang="en">${hint}</p>` : nothing}`;
  }

  #toggle(hint: string): void {
    const isShown = !this.state.hint;
    this.set({ hint: isShown });
    this.say(isShown ? hint : "");
  }

  get #words(): FrameTexts {
    return frameTexts[this.payload.language];
  }

  protected table(): DataTable {
    const [caption, ...columns] = this.#words.table;
    const rows = this.payload.parts.map(({ what, state, points, maxPoints }) => [
      ...[what, this.#words.parts[state], points, maxPoints],
    ]);
    return { caption, columns, rows };
  }

  protected exportSpec(theme: Theme): VegaLiteSpec {
    const { hint, ...found } = this.payload;
    const payload = this.state.hint && hint !== undefined ? this.payload : found;
    return exerciseCheckSpec({ payload, width: 560, theme });
  }
}
