import { html, type TemplateResult } from "lit-html";
import { confusionClasses, countConfusion, predictions } from "../../kernel/aen/views/compute/confusion.js";
import { differenceLines } from "../../kernel/aen/views/compute/difference.js";
import { cellRate } from "../../kernel/aen/views/confusionCells.js";
import type { VegaLiteSpec } from "../../kernel/aen/views/drawing/layers.js";
import type { ConfusionDifferencePayload } from "../../kernel/aen/views/payload/confusionDifference.js";
import type { Theme } from "../../kernel/aen/views/theme.js";
import { betaSlider } from "../confusionMatrix/confusionControls.js";
import type { DataTable } from "../frame/dataTable.js";
import { View } from "../frame/view.js";
import { stateKey } from "../host/stateKey.js";
import { offerFrames } from "../linked/page.js";
import { DifferencePanel } from "./differencePanel.js";
import { type DifferenceState, initialDifferenceState } from "./differenceState.js";

type State = DifferenceState & { readonly beta: number };

/** One run's confusion matrix minus another's. */
export class ConfusionDifferenceView extends View<ConfusionDifferencePayload, State> {
  readonly #panel = new DifferencePanel((state) => this.keep(state));

  protected initialState({ beta }: ConfusionDifferencePayload): State {
    return { ...initialDifferenceState, beta };
  }

  protected stateKey({ title, base, run }: ConfusionDifferencePayload): string {
    return stateKey("difference", title ?? "", base.name, run.name, String(run.clips.length));
  }

  protected defaultTitle(): string {
    return `${this.payload.run.name} minus ${this.payload.base.name}`;
  }

  protected override opened(): void {
    offerFrames([...this.payload.base.clips, ...this.payload.run.clips], this.payload.labels);
    this.#show();
    this.#panel.tellOthers();
  }

  protected override closed(): void {
    this.#panel.dispose();
  }

  protected body(): TemplateResult {
    this.#show();
    return html`${this.#panel.element} ${betaSlider(this.state.beta, (beta) => this.set({ beta }))}`;
  }

  #show(): void {
    const { width, theme, state } = this;
    this.#panel.show(this.#payload(), { width, theme, state });
  }

  #payload(): ConfusionDifferencePayload {
    return { ...this.payload, beta: this.state.beta };
  }

  protected table(): DataTable {
    const { labels, base, run } = this.payload;
    const classes = confusionClasses(labels, new Set());
    const [before, after] = [base, run].map(({ clips }) =>
      countConfusion(clips, predictions(clips, this.state.beta), classes),
    );
    return {
      caption: "Points of the row, truth by prediction",
      columns: ["truth", ...classes.map(({ name }) => name)],
      rows: classes.map(({ name }, row) => [
        name,
        ...classes.map((_, column) => {
          const [left, right] = [before, after].map((one) => cellRate(one, "row rate", row, column));
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
