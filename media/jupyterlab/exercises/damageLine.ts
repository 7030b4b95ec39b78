import { html, nothing, render } from "lit-html";
import type { FrameLanguage } from "../../../kernel/contracts/payloads/exerciseCheck.js";
import type { CellChange } from "../../../kernel/exercises/changedCells.js";
import { exerciseTexts } from "../../../kernel/exercises/exerciseTexts.js";
import type { Widget } from "../jupyterlab.js";
import { barClass, styledRoot } from "./exerciseBar.js";

/** Stands above a lesson whose locked cells were changed or deleted, with a button that restores them. */
export class DamageLine {
  readonly #root: ShadowRoot;

  /** @param widget its place, which is hidden while there is nothing to say */
  constructor(
    private readonly widget: Widget,
    private readonly language: FrameLanguage,
    private readonly restore: () => void,
  ) {
    widget.node.classList.add(barClass);
    // The place above a notebook is as high as its parts ask for by this alone.
    widget.node.style.minHeight = "40px";
    this.#root = styledRoot(widget.node);
    this.show([]);
  }

  show(changes: readonly CellChange[]): void {
    const texts = exerciseTexts[this.language];
    const line = html`<p class="line" lang=${this.language}>
      <span class="state changed"><span aria-hidden="true">⚠</span> ${texts.damaged(changes)}</span>
      <button type="button" @click=${() => this.restore()}>${texts.restore}</button>
    </p>`;
    this.widget.setHidden(changes.length === 0);
    render(html`<div role="alert">${changes.length > 0 ? line : nothing}</div>`, this.#root);
  }
}
