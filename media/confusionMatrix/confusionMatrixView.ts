import { html, nothing, type TemplateResult } from "lit-html";
import type { ClipFramesReply } from "../../kernel/contracts/viewMessages.js";
import type { VegaLiteSpec } from "../../kernel/figures/drawing/layers.js";
import type { ClipPayload } from "../../kernel/contracts/payloads/clips.js";
import type { ConfusionMatrixPayload } from "../../kernel/contracts/payloads/confusionMatrix.js";
import type { Theme } from "../../kernel/figures/theme.js";
import type { DataTable } from "../view/dataTable.js";
import { meaningsOf } from "../view/meanings.js";
import { View } from "../view/view.js";
import { stateKey } from "../host/stateKey.js";
import { betaNote, betaSlider, confusionControls } from "./confusionControls.js";
import { MatrixPanel } from "./matrixPanel.js";
import { betaOf, initialMatrixState, type MatrixState } from "./matrixState.js";
import { worded } from "../../kernel/words/words.js";

type ConfusionState = MatrixState & { readonly beta: number };

/** The emotion-group confusion matrix: drill down from a cell to its clips to their frames. */
export class ConfusionMatrixView extends View<ConfusionMatrixPayload, ConfusionState> {
  readonly #matrix = new MatrixPanel({
    host: this.host,
    source: this,
    set: (change) => this.set(change),
    keep: (change) => this.keep(change),
  });

  protected initialState(payload: ConfusionMatrixPayload): ConfusionState {
    return { ...initialMatrixState, beta: betaOf(payload) };
  }

  protected stateKey({ title, clips, labels }: ConfusionMatrixPayload): string {
    const start = clips.slice(0, 40).map(({ id, clip }) => `${id} ${clip.join(" ")}`);
    return stateKey("confusion", title ?? "", labels.emotions.join(), String(clips.length), ...start);
  }

  protected defaultTitle(): string {
    return worded("Confusion matrix by sentiment group");
  }

  protected override opened(): void {
    this.host.shared.offerFrames(this.payload.clips, this.payload.labels);
    this.#show();
    this.#matrix.tellOthers();
  }

  protected override closed(): void {
    this.#matrix.dispose();
  }

  #show(): readonly ClipPayload[] {
    const { title, theme, width, state } = this;
    const { labels, bootstrap, notes } = this.payload;
    const clips = this.#clips();
    this.#matrix.show({ title, labels, clips, beta: state.beta, bootstrap, notes, state, width, theme });
    return clips;
  }

  #clips(): readonly ClipPayload[] {
    const filter = this.foreignSelection?.clips;
    const known = filter && this.payload.clips.some(({ id }) => filter.has(id));
    return known ? this.payload.clips.filter(({ id }) => filter.has(id)) : this.payload.clips;
  }

  protected body(): TemplateResult {
    const clips = this.#show();
    const { state } = this;
    return html`${this.#filterLine(clips)}
      ${confusionControls(state, this.payload.labels.groups.length, (change) =>
        this.set({ ...change, selected: change.folded ? null : state.selected }),
      )}
      <p class="note">
        ${worded("Rows: truth. Columns: prediction. Click a cell for its clips, a group's name to fold it.")}
      </p>
      <div class="columns">
        <div>
          ${this.#matrix.drawing.element} ${betaSlider(state.beta, (beta) => this.#setBeta(beta))}
          ${betaNote(state.answer)}
        </div>
        <div>${this.#matrix.lines.map((line) => html`<p>${line}</p>`)} ${this.#matrix.list()}</div>
      </div>
      ${this.#matrix.frames()}
      ${meaningsOf(["UAR", "WAR", "macro F1", "recall", "precision", "own head", "group", "beta", "95 % interval"])}`;
  }

  #filterLine(clips: readonly ClipPayload[]): TemplateResult | typeof nothing {
    if (clips.length === this.payload.clips.length) return nothing;
    const words = this.foreignSelection?.words ?? "";
    return html`<p class="filter">
      ${worded("{0} of {1} clips: {2}", clips.length, this.payload.clips.length, words)}
      <button type="button" @click=${() => this.host.shared.select(null)}>${worded("Show all")}</button>
    </p>`;
  }

  #setBeta(beta: number): void {
    this.set({ beta });
    this.#matrix.tellOthers();
  }

  protected override heard(message: unknown): void {
    const reply = message as Partial<ClipFramesReply>;
    if (reply.type !== "clip-frames") return;
    const trouble = this.#matrix.takeFrames(reply);
    if (trouble !== null) this.say(trouble);
  }

  protected table(): DataTable {
    return this.#matrix.table;
  }

  protected exportSpec(theme: Theme): VegaLiteSpec {
    return this.#matrix.spec(theme, 560);
  }

  protected override captions(): readonly string[] {
    return this.#matrix.lines;
  }
}
