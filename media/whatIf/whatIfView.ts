import { html, type TemplateResult } from "lit-html";
import { nearestPoint, settingsCode, settingsWords } from "../../kernel/aen/views/compute/settings.js";
import type { VegaLiteSpec } from "../../kernel/aen/views/drawing/layers.js";
import type { ViewReply } from "../../kernel/aen/views/messages.js";
import type { WhatIfPayload, WhatIfPoint } from "../../kernel/aen/views/payload/whatIf.js";
import type { Theme } from "../../kernel/aen/views/theme.js";
import { betaSlider } from "../confusionMatrix/confusionControls.js";
import { MatrixPanel } from "../confusionMatrix/matrixPanel.js";
import { betaOf, initialMatrixState, type MatrixState } from "../confusionMatrix/matrixState.js";
import type { DataTable } from "../frame/dataTable.js";
import { View } from "../frame/view.js";
import { stateKey } from "../host/stateKey.js";
import { offerFrames } from "../linked/page.js";

interface WhatIfState extends MatrixState {
  readonly weights: readonly number[];
  readonly beta: number;
}

/** How long the sliders rest before the network is trained anew. */
const restMilliseconds = 250;

/** Sliders for the weights of the loss terms and beta; the matrix follows. */
export class WhatIfView extends View<WhatIfPayload, WhatIfState> {
  readonly #matrix = new MatrixPanel({
    host: this.host,
    source: this,
    set: (change) => this.set(change),
    keep: (change) => this.keep(change),
  });
  readonly #computed: WhatIfPoint[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request = 0;
  #progress: string | null = null;

  protected initialState(payload: WhatIfPayload): WhatIfState {
    return { ...initialMatrixState, weights: payload.points[0].weights, beta: betaOf(payload) };
  }

  protected stateKey({ study, terms }: WhatIfPayload): string {
    return stateKey("what-if", study, ...terms.map(({ name }) => name));
  }

  protected defaultTitle(): string {
    return "What if";
  }

  protected override opened(): void {
    if (this.state.weights.length !== this.payload.terms.length) this.state = this.initialState(this.payload);
    offerFrames(this.payload.points[0].clips, this.payload.labels);
  }

  protected override closed(): void {
    clearTimeout(this.#timer);
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
    return html`<div class="weights" role="group" aria-label="Weights of the loss terms">
        ${this.payload.terms.map((term, i) => this.#slider(i, term.name))}
      </div>
      ${betaSlider(state.beta, (beta) => this.set({ beta }))}
      <p role="status">${this.#standing()}</p>
      <div class="controls">
        <button type="button" @click=${() => this.#toCell()}>
          ${this.host.postMessage ? "Put these settings into a cell" : "Copy these settings as code"}
        </button>
      </div>
      <div class="columns">
        <div>${this.#matrix.drawing.element}</div>
        <div>${this.#matrix.lines.map((line) => html`<p>${line}</p>`)} ${this.#matrix.list()}</div>
      </div>
      ${this.#matrix.frames()}`;
  }

  #slider(i: number, name: string): TemplateResult {
    const { lowest, highest, step } = this.payload.terms[i];
    const weight = this.state.weights[i];
    return html`<label>
      <span>${name}</span>
      <input
        type="range"
        min=${lowest}
        max=${highest}
        step=${step ?? (highest - lowest) / 20}
        .value=${String(weight)}
        @input=${(event: Event) => this.#setWeight(i, Number((event.target as HTMLInputElement).value))}
      />
      <output>${Number(weight.toFixed(3))}</output>
    </label>`;
  }

  #setWeight(i: number, weight: number): void {
    this.set({ weights: this.state.weights.with(i, weight) });
    clearTimeout(this.#timer);
    if (this.host.postMessage && !this.#isExact())
      this.#timer = setTimeout(() => this.#ask(), restMilliseconds);
  }

  #ask(): void {
    const { study, terms } = this.payload;
    const weights = Object.fromEntries(terms.map(({ name }, i) => [name, this.state.weights[i]]));
    this.#request++;
    this.#progress = "Training the top-down branch with these weights …";
    this.host.postMessage!({ type: "what-if", request: `${study}/${this.#request}`, study, weights });
    this.draw();
  }

  protected override heard(message: unknown): void {
    const reply = message as ViewReply;
    if (reply.type === "clip-frames") {
      const trouble = this.#matrix.takeFrames(message as Parameters<MatrixPanel["takeFrames"]>[0]);
      if (trouble !== null) this.say(trouble);
      return;
    }
    if (reply.type !== "what-if" || reply.request !== `${this.payload.study}/${this.#request}`) return;
    const point = reply.point as WhatIfPoint | undefined;
    if (point) this.#computed.push(point);
    if (point || reply.message) this.#progress = reply.message ?? null;
    else if (reply.progress !== undefined)
      this.#progress = `Training … ${Math.round(reply.progress * 100)} %`;
    this.draw();
  }

  #standing(): string {
    if (this.#progress) return this.#progress;
    const point = this.#point();
    const took = point.seconds === undefined ? "" : ` Retrained in ${point.seconds.toFixed(1)} s.`;
    if (this.#isExact()) return `Computed at these settings.${took}`;
    const count = this.payload.points.length + this.#computed.length;
    return `No kernel computes these settings here: shown is the nearest of ${count} computed ones, ${settingsWords(this.payload, point.weights)}.`;
  }

  #toCell(): void {
    const code = settingsCode(this.payload, this.state.weights, this.state.beta);
    if (this.host.postMessage) this.host.postMessage({ type: "insert-cell", code });
    else
      void navigator.clipboard?.writeText(code).then(
        () => this.say("Copied."),
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
