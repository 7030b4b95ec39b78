import { html, nothing, type TemplateResult } from "lit-html";
import { differenceLines } from "../../kernel/figures/compute/difference.js";
import { nearestPoint, settingsCode, settingsWords } from "../../kernel/figures/compute/whatIfSettings.js";
import type { VegaLiteSpec } from "../../kernel/figures/drawing/layers.js";
import type { ViewReply } from "../../kernel/contracts/viewMessages.js";
import type { WhatIfPayload, WhatIfPoint } from "../../kernel/contracts/payloads/whatIf.js";
import type { Theme } from "../../kernel/figures/theme.js";
import { answerChoice, betaSlider } from "../confusionMatrix/confusionControls.js";
import { MatrixPanel } from "../confusionMatrix/matrixPanel.js";
import { betaOf, initialMatrixState, type MatrixState } from "../confusionMatrix/matrixState.js";
import type { DataTable } from "../view/dataTable.js";
import { meaningsOf } from "../view/meanings.js";
import { View } from "../view/view.js";
import { stateKey } from "../host/stateKey.js";
import { SettingsQuestion } from "./settingsQuestion.js";
import { weightSlider } from "./weightSlider.js";
import { worded } from "../../kernel/words/words.js";

interface WhatIfState extends MatrixState {
  readonly weights: readonly number[];
  readonly beta: number;
}

/** Sliders for the weights of the loss terms and beta; the matrix follows. */
export class WhatIfView extends View<WhatIfPayload, WhatIfState> {
  readonly #matrix = new MatrixPanel({
    host: this.host,
    source: this,
    set: (change) => this.set(change),
    keep: (change) => this.keep(change),
  });
  readonly #computed: WhatIfPoint[] = [];
  readonly #question = new SettingsQuestion({
    send: this.host.postMessage?.bind(this.host),
    changed: () => this.draw(),
  });

  protected initialState(payload: WhatIfPayload): WhatIfState {
    return { ...initialMatrixState, weights: payload.points[0].weights, beta: betaOf(payload) };
  }

  protected stateKey({ study, terms }: WhatIfPayload): string {
    return stateKey("what-if", study, ...terms.map(({ name }) => name));
  }

  protected defaultTitle(): string {
    return worded("What if");
  }

  protected override opened(): void {
    if (this.state.weights.length !== this.payload.terms.length) this.state = this.initialState(this.payload);
    this.host.shared.offerFrames(this.payload.points[0].clips, this.payload.labels);
    if (!this.#question.isOpen) this.#ask();
  }

  protected override closed(): void {
    this.#question.drop();
    this.#matrix.dispose();
  }

  /** The computed point nearest to the sliders. */
  #point(): WhatIfPoint {
    const points = [...this.payload.points, ...this.#computed];
    return points[nearestPoint({ ...this.payload, points }, this.state.weights)];
  }

  #isExact(): boolean {
    return this.#point().weights.every((weight, i) => Math.abs(weight - this.state.weights[i]) < 1e-9);
  }

  protected body(): TemplateResult {
    const { title, theme, width, state } = this;
    const { labels } = this.payload;
    const { clips } = this.#point();
    this.#matrix.show({ title, labels, clips, beta: state.beta, state, width, theme });
    return html`<div class="weights" role="group" aria-label=${worded("Weights of the loss terms")}>
        ${this.payload.terms.map((_, i) => this.#slider(i))}
      </div>
      ${betaSlider(state.beta, (beta) => this.set({ beta }))}
      <p role="status">${this.#standing()}</p>
      <div class="controls">
        <button type="button" ?disabled=${this.#isBase} @click=${() => this.#reset()}>
          ${worded("Back to the base")}
        </button>
        <button type="button" @click=${() => this.#toCell()}>
          ${this.host.postMessage ? worded("Put these settings into a cell") : worded("Copy these settings as code")}
        </button>
      </div>
      <div class="columns">
        <div>${answerChoice(state.answer, (change) => this.set(change))} ${this.#matrix.drawing.element}</div>
        <div>
          ${this.#againstBase()} ${this.#matrix.lines.map((line) => html`<p>${line}</p>`)}
          ${this.#matrix.list()}
        </div>
      </div>
      ${this.#matrix.frames()}
      ${meaningsOf(["base", "term", "beta", "UAR", "WAR", "macro F1", "own head", "group", "95 % interval"])}`;
  }

  #slider(i: number): TemplateResult {
    const onChange = (weight: number) => this.#setWeight(i, weight);
    return weightSlider({
      ...{ term: this.payload.terms[i], weight: this.state.weights[i] },
      ...{ base: this.payload.points[0].weights[i], onChange },
    });
  }

  get #isBase(): boolean {
    const { points, beta } = this.payload;
    const same = this.state.weights.every((weight, i) => Math.abs(weight - points[0].weights[i]) < 1e-9);
    return same && this.state.beta === beta;
  }

  #reset(): void {
    this.set({ weights: this.payload.points[0].weights, beta: betaOf(this.payload) });
    this.#ask();
    this.draw();
  }

  /** What these settings change against those of the base, at the same beta. */
  #againstBase(): TemplateResult | typeof nothing {
    const [base] = this.payload.points;
    const point = this.#point();
    if (point === base) return nothing;
    const { labels } = this.payload;
    const { beta } = this.state;
    const lines = differenceLines({
      ...{ labels, beta },
      ...{
        base: { name: worded("base"), clips: base.clips },
        run: { name: worded("these settings"), clips: point.clips },
      },
    });
    return html`<section aria-label=${worded("Difference from the base")}>
      <h3>${worded("Difference from the base")}</h3>
      ${lines.map((line) => html`<p>${line}</p>`)}
    </section>`;
  }

  #setWeight(i: number, weight: number): void {
    this.keep({ weights: this.state.weights.with(i, weight) });
    this.#ask();
    this.draw();
  }

  /** Asks for the sliders' settings, unless they are already computed. */
  #ask(): void {
    const { study, terms } = this.payload;
    if (this.#isExact()) return this.#question.drop();
    this.#question.ask(study, Object.fromEntries(terms.map(({ name }, i) => [name, this.state.weights[i]])));
  }

  protected override heard(message: unknown): void {
    const reply = message as ViewReply;
    if (reply.type === "clip-frames") {
      const trouble = this.#matrix.takeFrames(message as Parameters<MatrixPanel["takeFrames"]>[0]);
      if (trouble !== null) this.say(trouble);
      return;
    }
    const point = this.#question.hear(this.payload.study, reply);
    if (point) this.#computed.push(point);
    this.draw();
  }

  #standing(): string {
    const point = this.#point();
    const took = point.seconds === undefined ? [] : [worded("Retrained in {0} s.", point.seconds.toFixed(1))];
    if (this.#isExact()) return [worded("Computed at these settings."), ...took].join(" ");
    const { words, isOpen } = this.#question;
    const count = this.payload.points.length + this.#computed.length;
    const settings = settingsWords(this.payload, point.weights);
    const why = words ?? worded("No kernel can compute these settings here.");
    return isOpen
      ? worded(
          "{0} Until then, this shows the nearest of {1} computed results, at {2}.",
          why,
          count,
          settings,
        )
      : worded("{0} This shows the nearest of {1} computed results, at {2}.", why, count, settings);
  }

  #toCell(): void {
    const code = settingsCode(this.payload, this.state.weights, this.state.beta);
    if (this.host.postMessage) this.host.postMessage({ type: "insert-cell", code });
    else
      void navigator.clipboard?.writeText(code).then(
        () => this.say(worded("Copied.")),
        () => this.say(code),
      );
  }

  protected table(): DataTable {
    return this.#matrix.table;
  }

  protected exportSpec(theme: Theme): VegaLiteSpec {
    return this.#matrix.spec(theme, 560);
  }

  protected override captions(): readonly string[] {
    return [settingsWords(this.payload, this.#point().weights)];
  }
}
