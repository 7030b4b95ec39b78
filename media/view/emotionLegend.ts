import { html, type TemplateResult } from "lit-html";
import { styleMap } from "lit-html/directives/style-map.js";
import type { LabelsPayload } from "../../kernel/contracts/payloads/clips.js";

/** The colour of each emotion, for where there is no room for labels. */
export function emotionLegend(
  { emotions, groups }: LabelsPayload,
  colors: readonly string[],
): TemplateResult {
  return html`<div class="legend">
    ${groups
      .flatMap((group) => group.emotions)
      .map(
        (emotion) =>
          html`<span
            ><span class="swatch" style=${styleMap({ background: colors[emotion] })}></span
            >${emotions[emotion]}</span
          >`,
      )}
  </div>`;
}
