import { html, nothing, type TemplateResult } from "lit-html";
import { narrowBoard } from "../../kernel/figures/ablationBoard/ablationLayout.js";
import {
  ablationSpec,
  armLines,
  armSentences,
  sortedArms,
} from "../../kernel/figures/ablationBoard/ablationSpec.js";
import { boardKey, progressLine } from "../../kernel/figures/compute/ablation.js";
import type { VegaLiteSpec } from "../../kernel/figures/drawing/layers.js";
import type { AblationBoardPayload, ArmPayload } from "../../kernel/contracts/payloads/ablationBoard.js";
import type { Theme } from "../../kernel/figures/theme.js";
import { DifferencePanel } from "../confusionDifference/differencePanel.js";
import { type DifferenceState, initialDifferenceState } from "../confusionDifference/differenceState.js";
import { MarkNavigation } from "../drawing/markNavigation.js";
import { VegaDrawing } from "../drawing/vegaDrawing.js";
import type { DataTable } from "../view/dataTable.js";
import { meaningsOf } from "../view/meanings.js";
import { RunControls } from "../view/runControls.js";
import { View } from "../view/view.js";
import { stateKey } from "../host/stateKey.js";
import { armsTable } from "./armsTable.js";
import { armDetails } from "./armDetails.js";
import { curvesSpec } from "./curvesSpec.js";
import { worded } from "../../kernel/words/words.js";

interface BoardState {
  readonly arm: string | null;
  readonly difference: DifferenceState;
}

/** One row per arm; opening an arm shows its learning curves and its confusion matrix minus the base's. */
export class AblationBoardView extends View<AblationBoardPayload, BoardState> {
  readonly #arms = new MarkNavigation({
    name: "arm",
    get label() {
      return worded("Arms");
    },
    labelOf: (datum) => String(datum.description),
    isPressed: ({ arm }) => arm === this.state.arm,
    onActivate: ({ arm }) => this.set({ arm: this.state.arm === arm ? null : String(arm) }),
  });
  readonly #drawing = new VegaDrawing([this.#arms]);
  readonly #curves = new VegaDrawing();
  readonly #difference = new DifferencePanel(this.host.shared, (difference) => this.keep({ difference }));
  readonly #controls = new RunControls(this.host, (words) => this.say(words));

  protected initialState(): BoardState {
    return { arm: null, difference: initialDifferenceState };
  }

  protected stateKey({ study }: AblationBoardPayload): string {
    return stateKey("ablation", study);
  }

  protected defaultTitle(): string {
    return worded("Ablation");
  }

  protected override opened(): void {
    this.#controls.follow(this.payload.study, this.payload.state);
    for (const { clips } of this.payload.arms)
      if (clips) this.host.shared.offerFrames(clips, this.payload.labels);
  }

  protected override heard(message: unknown): void {
    if (this.#controls.heard(message)) this.draw();
  }

  protected override closed(): void {
    this.#drawing.dispose();
    this.#curves.dispose();
    this.#difference.dispose();
  }

  protected body(): TemplateResult {
    const { warnings, seedsVary = [] } = this.payload;
    void this.#drawing.show(this.#spec(this.theme, this.width));
    return html`<p>${progressLine(this.payload)}</p>
      ${this.#controls.buttons} ${(warnings ?? []).map((warning) => html`<p class="error">${warning}</p>`)}
      <p class="note">${[boardKey(), ...seedsVary].join(" ")}</p>
      ${this.#drawing.element} ${this.#verdicts()} ${this.#opened()}
      ${meaningsOf(["arm", "base", "UAR", "own head", "group", "points", "95 % interval", "p (Dunnett)"])}`;
  }

  #spec(theme: Theme, width: number): VegaLiteSpec {
    const { payload } = this;
    return ablationSpec({
      payload,
      width: Math.min(width, 1300),
      theme,
      selected: this.state.arm,
      description: this.title,
    });
  }

  /** The verdicts as text on narrow pages, where the picture has no room for them. */
  #verdicts(): TemplateResult | typeof nothing {
    if (this.width >= narrowBoard) return nothing;
    return html`<ul>
      ${sortedArms(this.payload).map((arm, row) => html`<li>${arm.name}: ${armLines(arm, row === 0).map((line, i) => (i === 0 ? line : html`<br />${line}`))}</li>`)}
    </ul>`;
  }

  #opened(): TemplateResult | typeof nothing {
    const arm = this.payload.arms.find(({ name }) => name === this.state.arm);
    if (!arm) return nothing;
    return html`<section class="panel" aria-label=${arm.name}>
      <div class="panelHead">
        <h3>${arm.name}</h3>
        <button type="button" @click=${() => this.#close()}>${worded("Close")}</button>
      </div>
      ${armSentences(arm, arm === this.payload.arms[0]).map((sentence) => html`<p>${sentence}</p>`)}
      ${this.#curvesOf(arm)} ${this.#differenceOf(arm)} ${armDetails(arm, this.payload)}
    </section>`;
  }

  #close(): void {
    this.set({ arm: null });
    this.#arms.refocus();
  }

  #curvesOf(arm: ArmPayload): TemplateResult | typeof nothing {
    const [base] = this.payload.arms;
    if (!arm.runs.some(({ curve }) => curve && curve.length > 0)) return nothing;
    void this.#curves.show(curvesSpec(base, arm, this.width - 24, this.theme));
    return html`<h3>${worded("UAR by epoch")}</h3>
      ${this.#curves.element}`;
  }

  #differenceOf(arm: ArmPayload): TemplateResult | typeof nothing {
    const [base] = this.payload.arms;
    if (arm === base || !arm.clips || !base.clips) return nothing;
    const { labels, beta } = this.payload;
    this.#difference.show(
      {
        labels,
        beta,
        base: { name: base.name, clips: base.clips },
        run: { name: arm.name, clips: arm.clips },
      },
      { width: this.width - 24, theme: this.theme, state: this.state.difference },
    );
    return html`<h3>${worded("Confusion matrix minus that of {0}", base.name)}</h3>
      ${this.#difference.element}`;
  }

  protected table(): DataTable {
    return armsTable(this.payload);
  }

  protected exportSpec(theme: Theme): VegaLiteSpec {
    return this.#spec(theme, 860);
  }

  protected override captions(): readonly string[] {
    return [
      progressLine(this.payload),
      boardKey(),
      ...(this.payload.seedsVary ?? []),
      ...(this.payload.warnings ?? []),
    ];
  }
}
