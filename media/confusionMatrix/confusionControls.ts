import { html, type TemplateResult } from "lit-html";
import type { CellFigure } from "../../kernel/aen/views/confusionCells.js";
import type { MatrixState } from "./matrixState.js";

const figures: readonly [CellFigure, string][] = [
  ["row rate", "% of row"],
  ["column rate", "% of column"],
  ["count", "clips"],
];

/** What a cell shows, folding of all groups at once. */
export function confusionControls(
  state: Pick<MatrixState, "figure" | "folded">,
  groups: number,
  set: (change: Partial<MatrixState>) => void,
): TemplateResult {
  const all = state.folded.length === groups;
  return html`<div class="controls">
    <div class="controls" role="group" aria-label="Figure in the cells">
      ${figures.map(
        ([figure, words]) =>
          html`<button
            type="button"
            aria-pressed=${state.figure === figure ? "true" : "false"}
            @click=${() => set({ figure })}
          >
            ${words}
          </button>`,
      )}
    </div>
    <button
      type="button"
      aria-pressed=${all ? "true" : "false"}
      @click=${() => set({ folded: all ? [] : Array.from({ length: groups }, (_, g) => g) })}
    >
      Sentiment only
    </button>
  </div>`;
}

/** The beta slider with its two ends named. */
export function betaSlider(beta: number, onChange: (beta: number) => void): TemplateResult {
  return html`<div class="slider">
    <output>beta ${beta.toFixed(2)}</output>
    <span class="note">top-down branch</span>
    <input
      type="range"
      min="0"
      max="1"
      step="0.01"
      .value=${String(beta)}
      aria-label="beta: share of the clip head in the fused score"
      aria-valuetext="${beta.toFixed(2)}"
      @input=${(event: Event) => onChange(Number((event.target as HTMLInputElement).value))}
    />
    <span class="note">clip</span>
  </div>`;
}
