import { html, type TemplateResult } from "lit-html";

/** The frames of a clip that was opened from a list. */
export function framesPanel(
  clip: string,
  contents: HTMLElement | TemplateResult,
  close: () => void,
): TemplateResult {
  return html`<section class="panel" aria-label="Frames of ${clip}">
    <div class="panelHead">
      <h3>Frames of ${clip}</h3>
      <button type="button" @click=${close}>Close</button>
    </div>
    ${contents}
  </section>`;
}
