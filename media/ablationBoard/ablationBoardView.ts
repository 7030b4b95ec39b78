import { html, nothing, type TemplateResult } from "lit-html";
import { narrowBoard } from "../../kernel/aen/views/ablationLayout.js";
import { ablationSpec, armVerdict, sortedArms } from "../../kernel/aen/views/ablationSpec.js";
import { boardKey, progressLine } from "../../kernel/aen/views/compute/ablation.js";
import type { VegaLiteSpec } from "../../kernel/aen/views/drawing/layers.js";
import type { AblationBoardPayload, ArmPayload } from "../../kernel/aen/views/payload/ablationBoard.js";
import type { Theme } from "../../kernel/aen/views/theme.js";
import { DifferencePanel } from "../confusionDifference/differencePanel.js";
import { type DifferenceState, initialDifferenceState } from "../confusionDifference/differenceState.js";
import { MarkNavigation } from "../drawing/markNavigation.js";
import { VegaDrawing } from "../drawing/vegaDrawing.js";
import type { DataTable } from "../frame/dataTable.js";
import { RunControls } from "../frame/runControls.js";
import { View } from "../frame/view.js";
import { stateKey } from "../host/stateKey.js";
import { offerFrames } from "../linked/page.js";
import { armDetails } from "./armDetails.js";
import { curvesSpec } from "./curvesSpec.js";

interface BoardState {
  readonly arm: string | null;
  readonly difference: DifferenceState;
}

/** One row per arm; an arm opens its learning curves and its confusion matrix minus the base's. */
export class AblationBoardView extends View<AblationBoardPayload, BoardState> {
  readonly #arms = new MarkNavigation({
    name: "arm",
    label: "Arms",
    labelOf: (datum) => String(datum.description),
    isPressed: ({ arm }) => arm === this.state.arm,
    onActivate: ({ arm }) => this.set({ arm: this.state.arm === arm ? null : String(arm) }),
  });
  readonly #drawing = new VegaDrawing((svg) => this.#arms.attach(svg));
  readonly #curves = new VegaDrawing();
  readonly #difference = new DifferencePanel((difference) => this.keep({ difference }));
  readonly #controls = new RunControls(this.host, (words) => this.say(words));

  protected initialState(): BoardState {
    return { arm: null, difference: initialDifferenceState };
  }

  protected stateKey({ study }: AblationBoardPayload): string {
    return stateKey("ablation", study);
  }

  protected defaultTitle(): string {
    return "Ablation";
  }

  protected override opened(): void {
    this.#controls.follow(this.payload.study, this.payload.state);
    for (const { clips } of this.payload.arms) if (clips) offerFrames(clips, this.payload.labels);
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
    const { warnings } = this.payload;
    void this.#drawing.show(this.#spec(this.theme, this.width));
    return html`<p>${progressLine(this.payload)}</p>
      ${this.#controls.buttons} ${(warnings ?? []).map((warning) => html`<p class="error">${warning}</p>`)}
      <p class="note">${boardKey}</p>
      ${this.#drawing.element} ${this.#verdicts()} ${this.#opened()}`;
  }

  #spec(theme: Theme, width: number): VegaLiteSpec {
    const { payload } = this;
    return ablationSpec({
      payload,
      width: Math.min(width, 1000),
      theme,
      selected: this.state.arm,
      description: this.title,
    });
  }

  /** On narrow pages, where the picture has no room for them. */
  #verdicts(): TemplateResult | typeof nothing {
    if (this.width >= narrowBoard) return nothing;
    return html`<ul>
      ${sortedArms(this.payload).map((arm, row) => html`<li>${arm.name}: ${armVerdict(arm, row === 0)}</li>`)}
    </ul>`;
  }

  #opened(): TemplateResult | typeof nothing {
    const arm = this.payload.arms.find(({ name }) => name === this.state.arm);
    if (!arm) return nothing;
    return html`<section class="panel" aria-label=${arm.name}>
      <div class="panelHead">
        <h3>${arm.name}</h3>
        <button type="button" @click=${() => this.set({ arm: null })}>Close</button>
      </div>
      <p>${armVerdict(arm, arm === this.payload.arms[0])}</p>
      ${this.#curvesOf(arm)} ${this.#differenceOf(arm)} ${armDetails(arm, this.payload)}
    </section>`;
  }

  #curvesOf(arm: ArmPayload): TemplateResult | typeof nothing {
    const [base] = this.payload.arms;
    if (!arm.runs.some(({ curve }) => curve && curve.length > 0)) return nothing;
    void this.#curves.show(curvesSpec(base, arm, this.width - 24, this.theme));
    return html`<h3>UAR by epoch</h3>
      ${this.#curves.element}`;
  }

  #differenceOf(arm: ArmPayload): TemplateResult | typeof nothing {
    const [base] = this.payload.arms;
    if (arm === base || !arm.clips || !base.clips) return nothing;
    const { labels, beta } = this.payload;
    this.#difference.show(
      {
        view: "confusion-difference",
        version: 1,
        labels,
        beta,
        base: { name: base.name, clips: base.clips },
        run: { name: arm.name, clips: arm.clips },
      },
      { width: this.width - 24, theme: this.theme, state: this.state.difference },
    );
    return html`<h3>Confusion matrix minus that of ${base.name}</h3>
      ${this.#difference.element}`;
  }

  protected table(): DataTable {
    const { terms } = this.payload;
    const rate = (value: number | null | undefined) =>
      typeof value === "number" ? Math.round(value * 1e4) / 100 : null;
    return {
      caption:
        "Arms: weights of the terms, UAR in percent, difference from the base in points with its 95 % interval",
      columns: ["arm", ...terms, "UAR", "difference", "from", "to", "p (Holm)", "verdict"],
      rows: sortedArms(this.payload).map((arm, row) => [
        arm.name,
        ...terms.map((_, i) => arm.weights[i] ?? null),
        rate(arm.uar?.value),
        rate(arm.effect?.uar.value),
        rate(arm.effect?.uar.low),
        rate(arm.effect?.uar.high),
        arm.effect?.pValue ?? null,
        armVerdict(arm, row === 0),
      ]),
    };
  }

  protected exportSpec(theme: Theme): VegaLiteSpec {
    return this.#spec(theme, 860);
  }

  protected override captions(): readonly string[] {
    return [progressLine(this.payload), boardKey, ...(this.payload.warnings ?? [])];
  }
}
