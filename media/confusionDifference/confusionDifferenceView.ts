import { html, type TemplateResult } from "lit-html";
import {
  comparedMatrices,
  differenceLines,
  differenceTitle,
} from "../../kernel/figures/compute/difference.js";
import { cellRate } from "../../kernel/figures/confusionMatrix/confusionCells.js";
import { points } from "../../kernel/figures/drawing/labelText.js";
import type { VegaLiteSpec } from "../../kernel/figures/drawing/layers.js";
import type { ConfusionDifferencePayload } from "../../kernel/contracts/payloads/confusionDifference.js";
import type { Theme } from "../../kernel/figures/theme.js";
import { betaSlider } from "../confusionMatrix/confusionControls.js";
import type { DataTable } from "../view/dataTable.js";
import { meaningsOf } from "../view/meanings.js";
import { View } from "../view/view.js";
import { stateKey } from "../host/stateKey.js";
import { DifferencePanel } from "./differencePanel.js";
import { type DifferenceState, initialDifferenceState } from "./differenceState.js";
import { worded } from "../../kernel/words/words.js";

type State = DifferenceState & { readonly beta: number };

/** One run's confusion matrix minus another's. */
export class ConfusionDifferenceView extends View<ConfusionDifferencePayload, State> {
  readonly #panel = new DifferencePanel(this.host.shared, (state) => this.keep(state));

  protected initialState({ beta }: ConfusionDifferencePayload): State {
    return { ...initialDifferenceState, beta };
  }

  protected stateKey({ title, base, run }: ConfusionDifferencePayload): string {
    return stateKey("difference", title ?? "", base.name, run.name, String(run.clips.length));
  }

  protected defaultTitle(): string {
    return differenceTitle(this.payload);
  }

  protected override opened(): void {
    this.host.shared.offerFrames(
      [...this.payload.base.clips, ...this.payload.run.clips],
      this.payload.labels,
    );
    this.#show();
    this.#panel.tellOthers();
  }

  protected override closed(): void {
    this.#panel.dispose();
  }

  protected body(): TemplateResult {
    this.#show();
    return html`${this.#panel.element} ${betaSlider(this.state.beta, (beta) => this.set({ beta }))}
    ${meaningsOf(["UAR", "WAR", "own head", "group", "points", "beta"])}`;
  }

  #show(): void {
    const { width, theme, state } = this;
    this.#panel.show(this.#payload(), { width, theme, state });
  }

  #payload(): ConfusionDifferencePayload {
    return { ...this.payload, beta: this.state.beta };
  }

  protected table(): DataTable {
    const { base, run } = comparedMatrices(this.#payload(), { answer: this.state.answer, folded: new Set() });
    const { classes } = run;
    return {
      caption: worded("Points of the row, truth by prediction"),
      shown: (value) => points(value / 100),
      columns: [worded("truth"), ...classes.map(({ name }) => name)],
      rows: classes.map(({ name }, row) => [
        name,
        ...classes.map((_, column) => {
          const [left, right] = [base, run].map((one) => cellRate(one, "row rate", row, column));
          return Number.isFinite(right - left) ? Math.round((right - left) * 1000) / 10 : null;
        }),
      ]),
    };
  }

  protected exportSpec(theme: Theme): VegaLiteSpec {
    return this.#panel.spec(theme, 560);
  }

  protected override captions(): readonly string[] {
    return differenceLines(this.#payload());
  }
}
