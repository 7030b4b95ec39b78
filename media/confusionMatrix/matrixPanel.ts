import { html, nothing, type TemplateResult } from "lit-html";
import type { IntervalOptions } from "../../kernel/metrics/rateInterval.js";
import { type NamedClips, nameClips } from "../../kernel/metrics/namedClips.js";
import { predictedEmotion } from "../../kernel/metrics/fusion.js";
import { type AnsweredClips, answerClips } from "../../kernel/figures/confusionMatrix/answeredConfusion.js";
import { cellName } from "../../kernel/figures/confusionMatrix/confusionCells.js";
import { confusionSpec } from "../../kernel/figures/confusionMatrix/confusionSpec.js";
import { reportLines } from "../../kernel/figures/confusionMatrix/confusionReport.js";
import type { VegaLiteSpec } from "../../kernel/figures/drawing/layers.js";
import type { ClipPayload, LabelsPayload } from "../../kernel/contracts/payloads/clips.js";
import type { ClipFramesReply } from "../../kernel/contracts/viewMessages.js";
import type { Theme } from "../../kernel/figures/theme.js";
import { type MarkDatum, MarkNavigation } from "../drawing/markNavigation.js";
import { VegaDrawing } from "../drawing/vegaDrawing.js";
import type { DataTable } from "../view/dataTable.js";
import type { ViewHost } from "../host/viewHost.js";
import { framesPanel } from "../timeline/framesPanel.js";
import { TimelinePanel } from "../timeline/timelinePanel.js";
import { clipList, focusClip, type ListedClip } from "./clipList.js";
import { confusionTable } from "./confusionTable.js";
import { groupNavigation } from "./groupNavigation.js";
import { clipsAtOnce, type MatrixState, toggled } from "./matrixState.js";
import { language, worded, wordedCount } from "../../kernel/words/words.js";

export interface MatrixContents {
  readonly title: string;
  readonly labels: LabelsPayload;
  readonly clips: readonly ClipPayload[];
  readonly beta: number;
  readonly bootstrap?: IntervalOptions;
  readonly notes?: readonly string[];
  readonly state: MatrixState;
  readonly width: number;
  readonly theme: Theme;
}

/** The view that a matrix is part of. */
export interface MatrixOwner {
  readonly host: ViewHost;
  /** The source of this matrix's selections. */
  readonly source: object;
  /** Changes the state and redraws. */
  set(change: Partial<MatrixState>): void;
  /** Changes the state without redrawing. */
  keep(change: Partial<MatrixState>): void;
}

/** A confusion matrix with the clips of its selected cell and the frames of one clip. */
export class MatrixPanel {
  /** Why a clip's frames are missing, by clip id. */
  readonly #troubles = new Map<string, string>();
  readonly #cells = new MarkNavigation({
    name: "cell",
    get label() {
      return worded("Cells of the matrix");
    },
    labelOf: (datum) => String(datum.description),
    isPressed: (datum) => this.#isSelected(datum),
    onActivate: (datum) => this.#selectCell(Number(datum.truth), Number(datum.guess)),
  });
  readonly #groups = groupNavigation({
    nameOf: (group) => this.#contents.labels.groups[group]?.name ?? "",
    isFolded: (group) => this.#folded.includes(group),
    toggle: (group) =>
      this.owner.set({
        ...{ answer: "emotion", selected: null },
        folded: toggled(this.#folded, group),
      }),
  });
  readonly drawing = new VegaDrawing([this.#cells, ...this.#groups]);
  readonly #timeline = new TimelinePanel(({ frame, zoom }) => this.owner.keep({ frame, zoom }));
  #contents!: MatrixContents;
  #answered!: AnsweredClips;
  #named!: NamedClips;
  #lines: readonly string[] = [];
  #language = language();

  constructor(private readonly owner: MatrixOwner) {}

  show(contents: MatrixContents): void {
    const { clips, beta, labels, bootstrap, notes, state } = contents;
    const known = this.#contents as MatrixContents | undefined;
    this.#contents = contents;
    const isRead = clips === known?.clips && beta === known.beta && labels === known.labels;
    if (!isRead || this.#language !== language()) {
      this.#language = language();
      this.#named = nameClips(clips, labels, beta);
      this.#lines = reportLines({ clips, labels, beta, bootstrap, notes }, this.#named);
    }
    const { answer, folded } = state;
    this.#answered = answerClips(clips, labels, beta, { answer, folded: new Set(folded) }, this.#named);
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
    const drawing = {
      confusion: this.#answered.confusion,
      groupNames,
      figure,
      width,
      theme,
      description: title,
    };
    return confusionSpec({ ...drawing, ...(selected && { selected }) });
  }

  /** The groups shown as one class: all of them where sentiment is shown, and opening one goes back to emotions. */
  get #folded(): readonly number[] {
    const { state, labels } = this.#contents;
    return state.answer === "emotion" ? state.folded : [...labels.groups.keys()];
  }

  /** The figures of the matrix in sentences. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  get table(): DataTable {
    return confusionTable(this.#answered.confusion);
  }

  /** Filters the other views of the page by the selected cell, as of the last {@link show}. */
  tellOthers(): void {
    if (!this.#selectedCell()) return;
    const clips = new Set(this.#selectedClips().map(({ clip }) => clip.id));
    this.owner.host.shared.select({ source: this.owner.source, clips, words: this.#cellWords() });
  }

  #selectedCell(): readonly [number, number] | undefined {
    const { selected } = this.#contents.state;
    if (!selected) return undefined;
    const classOf = (emotions: readonly number[]) =>
      this.#answered.confusion.classes.findIndex((one) => one.emotions.join() === emotions.join());
    const cell = [classOf(selected.truth), classOf(selected.guess)] as const;
    return cell.includes(-1) ? undefined : cell;
  }

  #isSelected({ truth, guess }: MarkDatum): boolean {
    const cell = this.#selectedCell();
    return cell !== undefined && cell[0] === truth && cell[1] === guess;
  }

  #selectCell(truth: number, guess: number): void {
    const same = this.#isSelected({ truth, guess });
    const { classes } = this.#answered.confusion;
    const selected = same ? null : { truth: classes[truth].emotions, guess: classes[guess].emotions };
    this.owner.set({ selected, openClip: null, shown: clipsAtOnce });
    if (selected) this.tellOthers();
    else this.owner.host.shared.select(null);
  }

  #selectedClips(): ListedClip[] {
    const { clips, beta } = this.#contents;
    const cell = this.#selectedCell();
    if (!cell) return [];
    const { truths, guesses } = this.#answered;
    return clips
      .filter((_, i) => truths[i] === cell[0] && guesses[i] === cell[1])
      .map((clip) => ({ clip, predicted: predictedEmotion(clip, beta) }));
  }

  #cellWords(): string {
    const cell = this.#selectedCell();
    return cell ? cellName(this.#answered.confusion, cell[0], cell[1]) : "";
  }

  /** The clips of the selected cell. */
  list(): TemplateResult | typeof nothing {
    if (!this.#selectedCell()) return nothing;
    const { labels, beta, state } = this.#contents;
    const clips = this.#selectedClips();
    return clipList({
      heading: wordedCount(clips.length, "{1}: {0} clip", "{1}: {0} clips", this.#cellWords()),
      clips,
      labels,
      beta,
      shown: state.shown,
      open: state.openClip,
      shared: this.owner.host.shared,
      canAsk: this.owner.host.postMessage !== undefined,
      onOpen: (id) => this.#openClip(id),
      onMore: () => this.owner.set({ shown: state.shown + 4 * clipsAtOnce }),
      onClose: () => this.#closeList(),
    });
  }

  #closeList(): void {
    this.owner.set({ selected: null, openClip: null });
    this.owner.host.shared.select(null);
    this.#cells.refocus();
  }

  #openClip(id: string): void {
    if (this.#contents.state.openClip === id) return this.owner.set({ openClip: null });
    this.#troubles.delete(id);
    this.owner.set({ openClip: id, frame: 0 });
    const known = this.owner.host.shared.clips.has(id);
    const emotion = this.#contents.clips.find((clip) => clip.id === id)?.emotion;
    if (!known) this.owner.host.postMessage?.({ type: "clip-frames", request: id, clip: id, emotion });
    const opened = this.#timeline.element.closest("section");
    opened?.scrollIntoView({ block: "nearest", behavior: scrolling() });
  }

  /** The frames of the open clip. */
  frames(): TemplateResult | typeof nothing {
    const { state, beta, width, theme } = this.#contents;
    const { openClip, frame, zoom } = state;
    if (openClip === null || !this.#selectedCell()) return nothing;
    const known = this.owner.host.shared.clips.get(openClip);
    if (known) this.#timeline.show({ ...known, beta, width: width - 24, theme }, { frame, zoom });
    const close = () => {
      this.owner.set({ openClip: null });
      focusClip(this.drawing.element, openClip);
    };
    const standing = html`<p>${this.#troubles.get(openClip) ?? worded("Reading the frames …")}</p>`;
    return framesPanel(openClip, known ? this.#timeline.element : standing, close);
  }

  /** Takes frames that the kernel sent; returns what went wrong, if anything. */
  takeFrames(reply: Partial<ClipFramesReply>): string | null {
    if (!reply.clip) return this.#missed(reply);
    this.owner.host.shared.offerFrames([reply.clip as ClipPayload], this.#contents.labels);
    return null;
  }

  /** Records an error to show in place of the frames. */
  #missed({
    request = "",
    message = worded("The frames could not be read."),
  }: Partial<ClipFramesReply>): string {
    this.#troubles.set(request, message);
    return message;
  }
}

function scrolling(): ScrollBehavior {
  const calm = document.body.classList.contains("vscode-reduce-motion");
  return calm || matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
