import { html, nothing, type TemplateResult } from "lit-html";
import {
  type Confusion,
  confusionClasses,
  countConfusion,
  predictions,
  summarize,
} from "../../kernel/aen/views/compute/confusion.js";
import { cellName } from "../../kernel/aen/views/confusionCells.js";
import { confusionSpec } from "../../kernel/aen/views/confusionSpec.js";
import { summaryLines } from "../../kernel/aen/views/confusionText.js";
import type { VegaLiteSpec } from "../../kernel/aen/views/drawing/layers.js";
import type { ClipPayload, LabelsPayload } from "../../kernel/aen/views/payload/clips.js";
import type { ClipFramesReply } from "../../kernel/aen/views/messages.js";
import type { Theme } from "../../kernel/aen/views/theme.js";
import { type MarkDatum, MarkNavigation } from "../drawing/markNavigation.js";
import { VegaDrawing } from "../drawing/vegaDrawing.js";
import type { DataTable } from "../frame/dataTable.js";
import type { ViewHost } from "../host/viewHost.js";
import { linkedPage, offerFrames, select } from "../linked/page.js";
import { framesPanel } from "../timeline/framesPanel.js";
import { TimelinePanel } from "../timeline/timelinePanel.js";
import { clipList, type ListedClip } from "./clipList.js";
import { confusionTable } from "./confusionTable.js";
import { groupNavigation } from "./groupNavigation.js";
import { clipsAtOnce, type MatrixState, toggled } from "./matrixState.js";

export interface MatrixContents {
  readonly title: string;
  readonly labels: LabelsPayload;
  readonly clips: readonly ClipPayload[];
  readonly beta: number;
  readonly state: MatrixState;
  readonly width: number;
  readonly theme: Theme;
}

/** The view that a matrix is part of. */
export interface MatrixOwner {
  readonly host: ViewHost;
  /** What selections of this matrix come from. */
  readonly source: object;
  /** Changes the state and draws anew. */
  set(change: Partial<MatrixState>): void;
  /** Changes the state of what is drawn already. */
  keep(change: Partial<MatrixState>): void;
}

/** A confusion matrix with the clips of its selected cell and the frames of one of them. */
export class MatrixPanel {
  /** Why the frames of a clip are not there, by the clip's id. */
  readonly #troubles = new Map<string, string>();
  readonly #cells = new MarkNavigation({
    name: "cell",
    label: "Cells of the matrix",
    labelOf: (datum) => String(datum.description),
    isPressed: (datum) => this.#isSelected(datum),
    onActivate: (datum) => this.#selectCell(Number(datum.truth), Number(datum.guess)),
  });
  readonly #groups = groupNavigation({
    nameOf: (group) => this.#contents.labels.groups[group]?.name ?? "",
    isFolded: (group) => this.#contents.state.folded.includes(group),
    toggle: (group) =>
      this.owner.set({ folded: toggled(this.#contents.state.folded, group), selected: null }),
  });
  readonly drawing = new VegaDrawing((svg) => {
    for (const navigation of [this.#cells, ...this.#groups]) navigation.attach(svg);
  });
  readonly #timeline = new TimelinePanel(({ frame, zoom }) => this.owner.keep({ frame, zoom }));
  #contents!: MatrixContents;
  #confusion!: Confusion;
  #predicted: ArrayLike<number> = [];

  constructor(private readonly owner: MatrixOwner) {}

  show(contents: MatrixContents): void {
    this.#contents = contents;
    const { clips, beta, labels, state } = contents;
    this.#predicted = predictions(clips, beta);
    const classes = confusionClasses(labels, new Set(state.folded));
    this.#confusion = countConfusion(clips, this.#predicted, classes);
    void this.drawing.show(this.spec(contents.theme, contents.width));
  }

  dispose(): void {
    this.drawing.dispose();
    this.#timeline.dispose();
  }

  spec(theme: Theme, width: number): VegaLiteSpec {
    const { labels, state, title } = this.#contents;
    const groupNames = labels.groups.map(({ name }) => name);
    const { figure } = state;
    const selected = this.#selectedCell();
    const drawing = { confusion: this.#confusion, groupNames, figure, width, theme, description: title };
    return confusionSpec({ ...drawing, ...(selected && { selected }) });
  }

  get lines(): string[] {
    const { clips, labels, beta } = this.#contents;
    return summaryLines(summarize(clips, this.#predicted, labels), beta);
  }

  get table(): DataTable {
    return confusionTable(this.#confusion);
  }

  /** Filters the other views of the page by the selected cell, as it is after the last {@link show}. */
  tellOthers(): void {
    if (!this.#selectedCell()) return;
    const clips = new Set(this.#selectedClips().map(({ clip }) => clip.id));
    select({ source: this.owner.source, clips, words: this.#cellWords() });
  }

  #selectedCell(): readonly [number, number] | undefined {
    const { selected } = this.#contents.state;
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
    this.owner.set({ selected, openClip: null, shown: clipsAtOnce });
    if (selected) this.tellOthers();
    else select(null);
  }

  #selectedClips(): ListedClip[] {
    const { clips, state } = this.#contents;
    const { selected } = state;
    if (!selected) return [];
    return clips.flatMap((clip, i) => {
      const predicted = this.#predicted[i];
      const here =
        clip.label !== null && selected.truth.includes(clip.label) && selected.guess.includes(predicted);
      return here ? [{ clip, predicted }] : [];
    });
  }

  #cellWords(): string {
    const cell = this.#selectedCell();
    return cell ? cellName(this.#confusion, cell[0], cell[1]) : "";
  }

  /** The clips of the selected cell. */
  list(): TemplateResult | typeof nothing {
    if (!this.#selectedCell()) return nothing;
    const { labels, beta, state } = this.#contents;
    const clips = this.#selectedClips();
    return clipList({
      heading: `${this.#cellWords()}: ${clips.length === 1 ? "1 clip" : `${clips.length} clips`}`,
      clips,
      labels,
      beta,
      shown: state.shown,
      open: state.openClip,
      canAsk: this.owner.host.postMessage !== undefined,
      onOpen: (id) => this.#openClip(id),
      onMore: () => this.owner.set({ shown: state.shown + 4 * clipsAtOnce }),
      onClose: () => this.#closeList(),
    });
  }

  #closeList(): void {
    this.owner.set({ selected: null, openClip: null });
    select(null);
    this.#cells.refocus();
  }

  #openClip(id: string): void {
    if (this.#contents.state.openClip === id) return this.owner.set({ openClip: null });
    this.#troubles.delete(id);
    this.owner.set({ openClip: id, frame: 0 });
    const known = linkedPage().clips.has(id);
    const emotion = this.#contents.clips.find((clip) => clip.id === id)?.emotion;
    if (!known) this.owner.host.postMessage?.({ type: "clip-frames", request: id, clip: id, emotion });
    const opened = this.#timeline.element.closest("section");
    opened?.scrollIntoView({ block: "nearest", behavior: scrolling() });
  }

  /** The frames of the clip that is open. */
  frames(): TemplateResult | typeof nothing {
    const { state, beta, width, theme } = this.#contents;
    const { openClip, frame, zoom } = state;
    if (openClip === null || !this.#selectedCell()) return nothing;
    const known = linkedPage().clips.get(openClip);
    if (known) this.#timeline.show({ ...known, beta, width: width - 24, theme }, { frame, zoom });
    const close = () => this.owner.set({ openClip: null });
    const standing = html`<p>${this.#troubles.get(openClip) ?? "Reading the frames …"}</p>`;
    return framesPanel(openClip, known ? this.#timeline.element : standing, close);
  }

  /** Takes frames that the kernel sent; gives back what went wrong. */
  takeFrames(reply: Partial<ClipFramesReply>): string | null {
    if (!reply.clip) return this.#missed(reply);
    offerFrames([reply.clip as ClipPayload], this.#contents.labels);
    return null;
  }

  /** What went wrong stands where the frames would be. */
  #missed({ request = "", message = "The frames could not be read." }: Partial<ClipFramesReply>): string {
    this.#troubles.set(request, message);
    return message;
  }
}

function scrolling(): ScrollBehavior {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
