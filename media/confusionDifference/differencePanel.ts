import { html, nothing, render, type TemplateResult } from "lit-html";
import { type Confusion, confusionClasses } from "../../kernel/metrics/confusion.js";
import { predictedEmotion } from "../../kernel/metrics/fusion.js";
import {
  comparedAnswers,
  differenceLines,
  differenceTitle,
} from "../../kernel/figures/compute/difference.js";
import type { AnsweredClips } from "../../kernel/figures/confusionMatrix/answeredConfusion.js";
import { cellName } from "../../kernel/figures/confusionMatrix/confusionCells.js";
import { confusionSpec } from "../../kernel/figures/confusionMatrix/confusionSpec.js";
import type { VegaLiteSpec } from "../../kernel/figures/drawing/layers.js";
import type { ClipPayload } from "../../kernel/contracts/payloads/clips.js";
import type { ConfusionDifferencePayload } from "../../kernel/contracts/payloads/confusionDifference.js";
import type { Theme } from "../../kernel/figures/theme.js";
import { answerChoice } from "../confusionMatrix/confusionControls.js";
import { clipList, focusClip, type ListedClip } from "../confusionMatrix/clipList.js";
import { groupNavigation } from "../confusionMatrix/groupNavigation.js";
import { clipsAtOnce, toggled } from "../confusionMatrix/matrixState.js";
import { type DifferenceState, initialDifferenceState } from "./differenceState.js";
import { MarkNavigation } from "../drawing/markNavigation.js";
import { VegaDrawing } from "../drawing/vegaDrawing.js";
import type { SharedByViews } from "../selection/sharedSelection.js";
import { framesPanel } from "../timeline/framesPanel.js";
import { TimelinePanel } from "../timeline/timelinePanel.js";
import { worded } from "../../kernel/words/words.js";

/** The comparison of two runs. */
type ShownDifference = Omit<ConfusionDifferencePayload, "view" | "version">;

interface DifferencePlace {
  readonly width: number;
  readonly theme: Theme;
  readonly state: DifferenceState;
}

/** One run's matrix minus another's, with the clips that moved into and out of a cell. */
export class DifferencePanel {
  readonly element = document.createElement("div");
  readonly #timeline = new TimelinePanel();
  readonly #cells = new MarkNavigation({
    name: "cell",
    get label() {
      return worded("Cells of the difference");
    },
    labelOf: (datum) => String(datum.description),
    isPressed: ({ truth, guess }) => this.#isSelected(Number(truth), Number(guess)),
    onActivate: ({ truth, guess }) => this.#choose(Number(truth), Number(guess)),
  });
  readonly #groups = groupNavigation({
    nameOf: (group) => this.#contents?.payload.labels.groups[group]?.name ?? "",
    isFolded: (group) => this.#folded.includes(group),
    toggle: (group) => this.#set({ answer: "emotion", folded: toggled(this.#folded, group), selected: null }),
  });
  readonly #drawing = new VegaDrawing([this.#cells, ...this.#groups]);
  #contents: { payload: ShownDifference; width: number; theme: Theme } | undefined;
  #state = initialDifferenceState;

  /** @param keep called with the state after each change */
  constructor(
    private readonly shared: SharedByViews,
    private readonly keep: (state: DifferenceState) => void,
  ) {}

  show(payload: ShownDifference, { width, theme, state }: DifferencePlace): void {
    this.#contents = { payload, width, theme };
    this.#state = { ...initialDifferenceState, ...state };
    this.#draw();
  }

  #set(change: Partial<DifferenceState>): void {
    this.#state = { ...this.#state, ...change };
    this.keep(this.#state);
    this.#draw();
  }

  dispose(): void {
    this.shared.deselect(this);
    this.#drawing.dispose();
    this.#timeline.dispose();
    render(nothing, this.element);
  }

  /** The difference as a specification, which is also exported. */
  spec(theme: Theme, width: number): VegaLiteSpec {
    const { payload } = this.#contents!;
    const [base, confusion] = this.#confusions();
    return confusionSpec({
      confusion,
      base,
      groupNames: payload.labels.groups.map(({ name }) => name),
      figure: "row rate",
      width,
      theme,
      ...(this.#selected && { selected: this.#selected }),
      description: differenceTitle(payload),
    });
  }

  #confusions(): [Confusion, Confusion] {
    const { base, run } = this.#compared();
    return [base.confusion, run.confusion];
  }

  #compared() {
    const { answer, folded } = this.#state;
    return comparedAnswers(this.#contents!.payload, { answer, folded: new Set(folded) });
  }

  /** The groups shown as one class: all of them where sentiment is shown, and opening one goes back to emotions. */
  get #folded(): readonly number[] {
    const { answer, folded } = this.#state;
    return answer === "emotion" ? folded : [...this.#contents!.payload.labels.groups.keys()];
  }

  #draw(): void {
    const { payload, width, theme } = this.#contents!;
    void this.#drawing.show(this.spec(theme, width));
    render(
      html`<p class="note">
          ${worded(
            "Rows: truth. Columns: prediction. Percentage points of the row: blue is more, orange is less. Click a cell for the clips that changed.",
          )}
        </p>
        ${answerChoice(this.#state.answer, ({ answer }) => this.#set({ answer, selected: null, openClip: null }))}
        <div class="columns">
          <div>${this.#drawing.element}</div>
          <div>${differenceLines(payload).map((line) => html`<p>${line}</p>`)} ${this.#lists()}</div>
        </div>
        ${this.#frames()}`,
      this.element,
    );
  }

  #choose(truth: number, guess: number): void {
    const same = this.#isSelected(truth, guess);
    this.#set({ selected: same ? null : [truth, guess], openClip: null, shown: clipsAtOnce });
    if (same) this.shared.select(null);
    else this.tellOthers();
  }

  /** The selected cell; none if the matrix does not (or no longer) have such a cell. */
  get #selected(): DifferenceState["selected"] {
    const { selected } = this.#state;
    const count = confusionClasses(this.#contents!.payload.labels, new Set(this.#folded)).length;
    return selected?.every((k) => k < count) ? selected : null;
  }

  #isSelected(truth: number, guess: number): boolean {
    return this.#selected?.[0] === truth && this.#selected[1] === guess;
  }

  /** Filters the other views of the page by the selected cell, as of the last {@link show}. */
  tellOthers(): void {
    if (!this.#selected) return;
    const [came, left] = this.#moved();
    const clips = new Set([...came, ...left].map(({ clip }) => clip.id));
    this.shared.select({ source: this, clips, words: worded("changed in {0}", this.#cellWords()) });
  }

  #cellWords(): string {
    return cellName(this.#confusions()[1], this.#selected![0], this.#selected![1]);
  }

  /** Clips in the selected cell for the run only, and for the base only. */
  #moved(): [ListedClip[], ListedClip[]] {
    const { beta, base, run } = this.#contents!.payload;
    const compared = this.#compared();
    const [truth, guess] = this.#selected!;
    const inCell = (clips: readonly ClipPayload[], { truths, guesses }: AnsweredClips) =>
      clips
        .filter((_, i) => truths[i] === truth && guesses[i] === guess)
        .map((clip) => ({ clip, predicted: predictedEmotion(clip, beta) }));
    const [before, after] = [inCell(base.clips, compared.base), inCell(run.clips, compared.run)];
    const without = (left: ListedClip[], right: ListedClip[]) => {
      const ids = new Set(right.map(({ clip }) => clip.id));
      return left.filter(({ clip }) => !ids.has(clip.id));
    };
    return [without(after, before), without(before, after)];
  }

  #lists(): TemplateResult | typeof nothing {
    if (!this.#selected) return nothing;
    const [came, left] = this.#moved();
    const { payload } = this.#contents!;
    const words = this.#cellWords();
    const list = (heading: string, clips: ListedClip[]) =>
      clipList({
        heading: `${heading}: ${clips.length}`,
        clips,
        labels: payload.labels,
        beta: payload.beta,
        shown: this.#state.shown,
        open: this.#state.openClip,
        shared: this.shared,
        canAsk: false,
        onOpen: (id) => this.#set({ openClip: this.#state.openClip === id ? null : id }),
        onMore: () => this.#set({ shown: this.#state.shown + clipsAtOnce }),
        onClose: () => {
          this.#set({ selected: null });
          this.shared.select(null);
          this.#cells.refocus();
        },
      });
    return html`${list(worded("{0}, only with {1}", words, payload.run.name), came)}
    ${list(worded("{0}, only with {1}", words, payload.base.name), left)}`;
  }

  #frames(): TemplateResult | typeof nothing {
    const known = this.#state.openClip === null ? undefined : this.shared.clips.get(this.#state.openClip);
    if (!known) return nothing;
    const { payload, width, theme } = this.#contents!;
    this.#timeline.show({ ...known, beta: payload.beta, width: width - 24, theme });
    const close = () => {
      this.#set({ openClip: null });
      focusClip(this.element, known.clip.id);
    };
    return framesPanel(known.clip.id, this.#timeline.element, close);
  }
}
