import { html, nothing, render, type TemplateResult } from "lit-html";
import {
  type Confusion,
  confusionClasses,
  countConfusion,
  predictions,
} from "../../kernel/aen/views/compute/confusion.js";
import { differenceLines } from "../../kernel/aen/views/compute/difference.js";
import { cellName } from "../../kernel/aen/views/confusionCells.js";
import { confusionSpec } from "../../kernel/aen/views/confusionSpec.js";
import type { VegaLiteSpec } from "../../kernel/aen/views/drawing/layers.js";
import type { ConfusionDifferencePayload } from "../../kernel/aen/views/payload/confusionDifference.js";
import type { Theme } from "../../kernel/aen/views/theme.js";
import { clipList, type ListedClip } from "../confusionMatrix/clipList.js";
import { groupNavigation } from "../confusionMatrix/groupNavigation.js";
import { clipsAtOnce, toggled } from "../confusionMatrix/matrixState.js";
import { type DifferenceState, initialDifferenceState } from "./differenceState.js";
import { MarkNavigation } from "../drawing/markNavigation.js";
import { VegaDrawing } from "../drawing/vegaDrawing.js";
import { linkedPage, select } from "../linked/page.js";
import { framesPanel } from "../timeline/framesPanel.js";
import { TimelinePanel } from "../timeline/timelinePanel.js";

interface DifferencePlace {
  readonly width: number;
  readonly theme: Theme;
  readonly state: DifferenceState;
}

/** The matrix of one run minus another's, with the clips that moved into and out of a cell. */
export class DifferencePanel {
  readonly element = document.createElement("div");
  readonly #timeline = new TimelinePanel();
  readonly #cells = new MarkNavigation({
    name: "cell",
    label: "Cells of the difference",
    labelOf: (datum) => String(datum.description),
    isPressed: ({ truth, guess }) => this.#isSelected(Number(truth), Number(guess)),
    onActivate: ({ truth, guess }) => this.#choose(Number(truth), Number(guess)),
  });
  readonly #groups = groupNavigation({
    nameOf: (group) => this.#contents?.payload.labels.groups[group]?.name ?? "",
    isFolded: (group) => this.#state.folded.includes(group),
    toggle: (group) => this.#set({ folded: toggled(this.#state.folded, group), selected: null }),
  });
  readonly #drawing = new VegaDrawing((svg) =>
    [this.#cells, ...this.#groups].forEach((one) => one.attach(svg)),
  );
  #contents: { payload: ConfusionDifferencePayload; width: number; theme: Theme } | undefined;
  #state = initialDifferenceState;

  /** @param keep called with the state after each change */
  constructor(private readonly keep: (state: DifferenceState) => void) {}

  show(payload: ConfusionDifferencePayload, { width, theme, state }: DifferencePlace): void {
    this.#contents = { payload, width, theme };
    this.#state = state;
    this.#draw();
  }

  #set(change: Partial<DifferenceState>): void {
    this.#state = { ...this.#state, ...change };
    this.keep(this.#state);
    this.#draw();
  }

  dispose(): void {
    if (linkedPage().selection?.source === this) select(null);
    this.#drawing.dispose();
    this.#timeline.dispose();
    render(nothing, this.element);
  }

  /** The difference as a specification, also for export. */
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
      description: `${payload.run.name} minus ${payload.base.name}`,
    });
  }

  #confusions(): [Confusion, Confusion] {
    const { labels, beta, base, run } = this.#contents!.payload;
    const classes = confusionClasses(labels, new Set(this.#state.folded));
    const count = ({ clips }: typeof base) => countConfusion(clips, predictions(clips, beta), classes);
    return [count(base), count(run)];
  }

  #draw(): void {
    const { payload, width, theme } = this.#contents!;
    void this.#drawing.show(this.spec(theme, width));
    render(
      html`<p class="note">
          Rows: truth. Columns: prediction. Percentage points of the row: blue is more, orange is less.
        </p>
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
    if (same) select(null);
    else this.tellOthers();
  }

  /** The selected cell; none where the matrix has no such cell (any more). */
  get #selected(): DifferenceState["selected"] {
    const { selected, folded } = this.#state;
    const count = confusionClasses(this.#contents!.payload.labels, new Set(folded)).length;
    return selected?.every((k) => k < count) ? selected : null;
  }

  #isSelected(truth: number, guess: number): boolean {
    return this.#selected?.[0] === truth && this.#selected[1] === guess;
  }

  /** Filters the other views of the page by the selected cell, as it is after the last {@link show}. */
  tellOthers(): void {
    if (!this.#selected) return;
    const [came, left] = this.#moved();
    const clips = new Set([...came, ...left].map(({ clip }) => clip.id));
    select({ source: this, clips, words: `changed in ${this.#cellWords()}` });
  }

  #cellWords(): string {
    return cellName(this.#confusions()[1], this.#selected![0], this.#selected![1]);
  }

  /** Clips that are in the selected cell only in the run, and only in the base. */
  #moved(): [ListedClip[], ListedClip[]] {
    const { beta, base, run } = this.#contents!.payload;
    const [{ classes }] = this.#confusions();
    const [truth, guess] = this.#selected!.map((k) => classes[k].emotions);
    const inCell = ({ clips }: typeof base) => {
      const predicted = predictions(clips, beta);
      return clips.flatMap((clip, i) =>
        clip.label !== null && truth.includes(clip.label) && guess.includes(predicted[i])
          ? [{ clip, predicted: predicted[i] }]
          : [],
      );
    };
    const [before, after] = [inCell(base), inCell(run)];
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
        canAsk: false,
        onOpen: (id) => this.#set({ openClip: this.#state.openClip === id ? null : id }),
        onMore: () => this.#set({ shown: this.#state.shown + clipsAtOnce }),
        onClose: () => {
          this.#set({ selected: null });
          select(null);
        },
      });
    return html`${list(`${words}, only with ${payload.run.name}`, came)}
    ${list(`${words}, only with ${payload.base.name}`, left)}`;
  }

  #frames(): TemplateResult | typeof nothing {
    const known = this.#state.openClip === null ? undefined : linkedPage().clips.get(this.#state.openClip);
    if (!known) return nothing;
    const { payload, width, theme } = this.#contents!;
    this.#timeline.show({ ...known, beta: payload.beta, width: width - 24, theme });
    return framesPanel(known.clip.id, this.#timeline.element, () => this.#set({ openClip: null }));
  }
}
