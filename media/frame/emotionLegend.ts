import { html, type TemplateResult } from "lit-html";
import { styleMap } from "lit-html/directives/style-map.js";
import type { LabelsPayload } from "../../kernel/aen/views/payload/clips.js";

/** Which colour stands for which emotion, where there is no room to write it. */
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
