import { html, nothing, type TemplateResult } from "lit-html";
import {
  type Answer,
  answers,
  dependsOnBeta,
} from "../../kernel/figures/confusionMatrix/answeredConfusion.js";
import type { CellFigure } from "../../kernel/figures/confusionMatrix/confusionCells.js";
import type { MatrixState } from "./matrixState.js";
import { worded } from "../../kernel/words/words.js";

const figures = [
  ["row rate", "% of row"],
  ["column rate", "% of column"],
  ["count", "clips"],
] as const satisfies readonly [CellFigure, string][];

/** Controls for what a cell shows and for folding all groups at once. */
export function confusionControls(
  state: Pick<MatrixState, "figure" | "folded" | "answer">,
  groups: number,
  set: (change: Partial<MatrixState>) => void,
): TemplateResult {
  const all = state.answer === "emotion" && state.folded.length === groups;
  return html`<div class="controls">
    <div class="controls" role="group" aria-label=${worded("Figure in the cells")}>
      ${figures.map(
        ([figure, words]) =>
          html`<button
            type="button"
            aria-pressed=${state.figure === figure ? "true" : "false"}
            @click=${() => set({ figure })}
          >
            ${worded(words)}
          </button>`,
      )}
    </div>
    <button
      type="button"
      aria-pressed=${all ? "true" : "false"}
      @click=${() => set({ answer: "emotion", folded: all ? [] : Array.from({ length: groups }, (_, g) => g) })}
    >
      ${worded("Fold all groups")}
    </button>
    ${answerChoice(state.answer, set)}
  </div>`;
}

/** The list of whose answer the matrix counts: the predicted emotion, or sentiment by one of the published rules. */
export function answerChoice(answer: Answer, set: (change: Partial<MatrixState>) => void): TemplateResult {
  const choose = (event: Event) =>
    set({ answer: (event.target as HTMLSelectElement).value as Answer, selected: null, openClip: null });
  return html`<label
    >${worded("Answer")}
    <select @change=${choose}>
      ${answers.map(([value, words]) => html`<option value=${value} ?selected=${value === answer}>${worded(words)}</option>`)}
    </select>
  </label>`;
}

/** Says so where the answer does not change with beta. */
export function betaNote(answer: Answer): TemplateResult | typeof nothing {
  return dependsOnBeta(answer)
    ? nothing
    : html`<p class="note">${worded("This answer does not depend on beta.")}</p>`;
}

/** The beta slider with both ends labelled. */
export function betaSlider(beta: number, onChange: (beta: number) => void): TemplateResult {
  return html`<div class="slider">
    <output>${worded("beta {0}", beta.toFixed(2))}</output>
    <span class="note">${worded("top-down branch")}</span>
    <input
      type="range"
      min="0"
      max="1"
      step="0.01"
      .value=${String(beta)}
      aria-label=${worded("beta: share of the clip head in the fused score")}
      aria-valuetext="${beta.toFixed(2)}"
      @input=${(event: Event) => onChange(Number((event.target as HTMLInputElement).value))}
    />
    <span class="note">${worded("clip")}</span>
  </div>`;
}
