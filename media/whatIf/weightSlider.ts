import { html, nothing, type TemplateResult } from "lit-html";
import { styleMap } from "lit-html/directives/style-map.js";
import type { WhatIfTermPayload } from "../../kernel/contracts/payloads/whatIf.js";
import { trueMinus } from "../../kernel/figures/drawing/labelText.js";
import { worded } from "../../kernel/words/words.js";

/** A slider for one weight, with a mark at the base's weight and the difference from it. */
export interface WeightSlider {
  readonly term: WhatIfTermPayload;
  readonly weight: number;
  /** The weight of the run that the settings are compared with. */
  readonly base: number;
  readonly onChange: (weight: number) => void;
}

export function weightSlider({ term, weight, base, onChange }: WeightSlider): TemplateResult {
  const { name, lowest, highest, step } = term;
  const place = highest > lowest ? (base - lowest) / (highest - lowest) : 0;
  const words = differenceWords(weight, base);
  return html`<label>
    <span>${name}</span>
    <span class="marked" style=${styleMap({ "--base": String(Math.max(0, Math.min(1, place))) })}>
      <input
        type="range"
        min=${lowest}
        max=${highest}
        step=${step ?? (highest - lowest) / 20}
        .value=${String(weight)}
        title=${worded("The mark is the base: {0}", number(base))}
        aria-valuetext=${
          words === ""
            ? worded("{0}, the base", number(weight))
            : worded("{0}, base {1}", number(weight), number(base))
        }
        @input=${(event: Event) => onChange(Number((event.target as HTMLInputElement).value))}
      />
    </span>
    <output>${number(weight)}${words === "" ? nothing : html` <span class="note">${words}</span>`}</output>
  </label>`;
}

function differenceWords(weight: number, base: number): string {
  const difference = Number((weight - base).toFixed(3));
  return difference === 0
    ? ""
    : worded("base {0}, {1}", number(base), `${difference > 0 ? "+" : ""}${trueMinus(String(difference))}`);
}

function number(value: number): string {
  return String(Number(value.toFixed(3)));
}
