import { html, type TemplateResult } from "lit-html";
import { worded } from "../../kernel/words/words.js";

/** The frames of a clip that was opened from a list. */
export function framesPanel(
  clip: string,
  contents: HTMLElement | TemplateResult,
  close: () => void,
): TemplateResult {
  return html`<section class="panel" aria-label=${worded("Frames of {0}", clip)}>
    <div class="panelHead">
      <h3>${worded("Frames of {0}", clip)}</h3>
      <button type="button" @click=${close}>${worded("Close")}</button>
    </div>
    ${contents}
  </section>`;
}
