import { html, nothing, type TemplateResult } from "lit-html";
import {
  type Confusion,
  confusionClasses,
  countConfusion,
  predictions,
  summarize,
} from "../../kernel/aen/views/compute/confusion.js";
import { confusionSpec } from "../../kernel/aen/views/confusionSpec.js";
import { summaryLines } from "../../kernel/aen/views/confusionText.js";
import type { VegaLiteSpec } from "../../kernel/aen/views/drawing/layers.js";
import type { ClipPayload } from "../../kernel/aen/views/payload/clips.js";
import type { ConfusionMatrixPayload } from "../../kernel/aen/views/payload/confusionMatrix.js";
import type { Theme } from "../../kernel/aen/views/theme.js";
import { type MarkDatum, MarkNavigation } from "../drawing/markNavigation.js";
import { VegaDrawing } from "../drawing/vegaDrawing.js";
import type { DataTable } from "../frame/dataTable.js";
import { View } from "../frame/view.js";
import { stateKey } from "../host/stateKey.js";
import { linkedPage, offerFrames, select } from "../linked/page.js";
import { TimelinePanel } from "../timeline/timelinePanel.js";
import { clipList, type ListedClip } from "./clipList.js";
import { betaSlider, confusionControls } from "./confusionControls.js";
import { clipsAtOnce, type ConfusionState, initialConfusionState, toggled } from "./confusionState.js";
import { confusionTable } from "./confusionTable.js";

/** The emotion-group confusion matrix: from a cell to its clips to their frames. */
export class ConfusionMatrixView extends View<ConfusionMatrixPayload, ConfusionState> {
  readonly #cells = new MarkNavigation({
    name: "cell",
    label: "Cells of the matrix",
    labelOf: (datum) => String(datum.description),
    isPressed: (datum) => this.#isSelected(datum),
    onActivate: (datum) => this.#selectCell(Number(datum.truth), Number(datum.guess)),
  });
  readonly #groups = ["rowGroup", "columnGroup"].map(
    (name) =>
      new MarkNavigation({
        name,
        label: name === "rowGroup" ? "Sentiment groups of the rows" : "Sentiment groups of the columns",
        labelOf: (datum) => `${this.#folds(datum) ? "Open" : "Fold"} ${this.#groupName(datum)}`,
        onActivate: (datum) =>
          this.set({ folded: toggled(this.state.folded, Number(datum.group)), selected: null }),
      }),
  );
  readonly #drawing = new VegaDrawing((svg) => {
    for (const navigation of [this.#cells, ...this.#groups]) navigation.attach(svg);
  });
  readonly #timeline = new TimelinePanel(({ frame, zoom }) => {
    this.state = { ...this.state, frame, zoom };
    this.host.saveState(this.stateKey(this.payload), this.state);
  });
  #confusion!: Confusion;
  #clips: readonly ClipPayload[] = [];
  #predicted: ArrayLike<number> = [];

  protected initialState(payload: ConfusionMatrixPayload): ConfusionState {
    return initialConfusionState(payload);
  }

  protected stateKey({ title, clips, labels }: ConfusionMatrixPayload): string {
    const start = clips.slice(0, 40).map(({ id, clip }) => `${id} ${clip.join(" ")}`);
    return stateKey("confusion", title ?? "", labels.emotions.join(), String(clips.length), ...start);
  }

  protected defaultTitle(): string {
    return "Confusion matrix by sentiment group";
  }

  protected override opened(): void {
    offerFrames(this.payload.clips, this.payload.labels);
    if (this.state.selected) this.#tellOthers();
  }

  protected override closed(): void {
    this.#drawing.dispose();
    this.#timeline.dispose();
  }

  #count(): void {
    const { labels } = this.payload;
    const filter = this.foreignSelection?.clips;
    const known = filter && this.payload.clips.some(({ id }) => filter.has(id));
    this.#clips = known ? this.payload.clips.filter(({ id }) => filter.has(id)) : this.payload.clips;
    this.#predicted = predictions(this.#clips, this.state.beta);
    const classes = confusionClasses(labels, new Set(this.state.folded));
    this.#confusion = countConfusion(this.#clips, this.#predicted, classes);
  }

  protected body(): TemplateResult {
    this.#count();
    const { labels } = this.payload;
    void this.#drawing.show(this.#spec(this.theme, this.width));
    const lines = summaryLines(summarize(this.#clips, this.#predicted, labels), this.state.beta);
    return html`${this.#filterLine()}
      ${confusionControls(this.state, labels.groups.length, (change) => this.set({ ...change, selected: change.folded ? null : this.state.selected }))}
      <p class="note">Rows: truth. Columns: prediction.</p>
      ${this.#drawing.element} ${betaSlider(this.state.beta, (beta) => this.#setBeta(beta))}
      ${lines.map((line) => html`<p>${line}</p>`)} ${this.#panels()}`;
  }

  #spec(theme: Theme, width: number): VegaLiteSpec {
    return confusionSpec({
      confusion: this.#confusion,
      groupNames: this.payload.labels.groups.map(({ name }) => name),
      figure: this.state.figure,
      width,
      theme,
      selected: this.#selectedCell(),
      description: this.title,
    });
  }

  #filterLine(): TemplateResult | typeof nothing {
    if (this.#clips.length === this.payload.clips.length) return nothing;
    const words = this.foreignSelection?.words ?? "";
    return html`<p class="filter">
      ${this.#clips.length} of ${this.payload.clips.length} clips: ${words}
      <button type="button" @click=${() => select(null)}>Show all</button>
    </p>`;
  }

  #setBeta(beta: number): void {
    this.set({ beta });
    if (this.state.selected) this.#tellOthers();
  }

  #folds({ group }: MarkDatum): boolean {
    return this.state.folded.includes(Number(group));
  }

  #groupName({ group }: MarkDatum): string {
    return this.payload.labels.groups[Number(group)]?.name ?? "";
  }

  #selectedCell(): readonly [number, number] | undefined {
    const { selected } = this.state;
    if (!selected) return undefined;
    const classOf = (emotions: readonly number[]) =>
      this.#confusion.classes.findIndex((one) => one.emotions.join() === emotions.join());
    const cell = [classOf(selected.truth), classOf(selected.guess)] as const;
    return cell.includes(-1) ? undefined : cell;
  }

  #isSelected({ truth, guess }: MarkDatum): boolean {
    const cell = this.#selectedCell();
    return cell !== undefined && cell[0] === truth && cell[1] === guess;
  }

  #selectCell(truth: number, guess: number): void {
    const same = this.#isSelected({ truth, guess });
    const { classes } = this.#confusion;
    const selected = same ? null : { truth: classes[truth].emotions, guess: classes[guess].emotions };
    this.set({ selected, openClip: null, shown: clipsAtOnce });
    if (selected) this.#tellOthers();
    else select(null);
  }

  #tellOthers(): void {
    this.#count();
    const clips = new Set(this.#selectedClips().map(({ clip }) => clip.id));
    select({ source: this, clips, words: this.#cellWords() });
  }

  #selectedClips(): ListedClip[] {
    const { selected } = this.state;
    if (!selected) return [];
    return this.#clips.flatMap((clip, i) => {
      const predicted = this.#predicted[i];
      const here =
        clip.label !== null && selected.truth.includes(clip.label) && selected.guess.includes(predicted);
      return here ? [{ clip, predicted }] : [];
    });
  }

  #cellWords(): string {
    const cell = this.#selectedCell();
    if (!cell) return "";
    const [truth, guess] = cell.map((k) => this.#confusion.classes[k].name);
    return cell[0] === cell[1] ? `${truth}, recognised` : `${truth} taken for ${guess}`;
  }

  #panels(): TemplateResult | typeof nothing {
    if (!this.state.selected || !this.#selectedCell()) return nothing;
    const clips = this.#selectedClips();
    return html`${clipList({
      heading: `${this.#cellWords()}: ${clips.length === 1 ? "1 clip" : `${clips.length} clips`}`,
      clips,
      labels: this.payload.labels,
      beta: this.state.beta,
      shown: this.state.shown,
      open: this.state.openClip,
      canAsk: this.host.postMessage !== undefined,
      onOpen: (id) => this.#openClip(id),
      onMore: () => this.set({ shown: this.state.shown + 4 * clipsAtOnce }),
      onClose: () => this.#closeList(),
    })}
    ${this.#timelinePanel()}`;
  }

  #closeList(): void {
    this.set({ selected: null, openClip: null });
    select(null);
    this.#cells.refocus();
  }

  #openClip(id: string): void {
    if (this.state.openClip === id) return this.set({ openClip: null });
    this.set({ openClip: id, frame: 0 });
    const known = linkedPage().clips.has(id);
    if (!known) this.host.postMessage?.({ type: "clip-frames", request: id, clip: id });
    this.find(".opened")?.scrollIntoView({ block: "nearest", behavior: scrolling() });
  }

  #timelinePanel(): TemplateResult | typeof nothing {
    const { openClip, beta, frame, zoom } = this.state;
    if (openClip === null) return nothing;
    const known = linkedPage().clips.get(openClip);
    if (known) {
      const { clip, labels } = known;
      this.#timeline.show({ clip, labels, beta, width: this.width - 24, theme: this.theme }, { frame, zoom });
    }
    return html`<section class="panel opened" aria-label="Frames of ${openClip}">
      <div class="panelHead">
        <h3>Frames of ${openClip}</h3>
        <button type="button" @click=${() => this.set({ openClip: null })}>Close</button>
      </div>
      ${known ? this.#timeline.element : html`<p>Reading the frames …</p>`}
    </section>`;
  }

  protected override heard(message: unknown): void {
    const reply = message as { type?: unknown; clip?: ClipPayload; message?: string };
    if (reply.type !== "clip-frames") return;
    if (reply.clip) offerFrames([reply.clip], this.payload.labels);
    else this.say(reply.message ?? "The frames could not be read.");
  }

  protected table(): DataTable {
    this.#count();
    return confusionTable(this.#confusion);
  }

  protected exportSpec(theme: Theme): VegaLiteSpec {
    return this.#spec(theme, 560);
  }

  protected override captions(): readonly string[] {
    return summaryLines(summarize(this.#clips, this.#predicted, this.payload.labels), this.state.beta);
  }
}

function scrolling(): ScrollBehavior {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
