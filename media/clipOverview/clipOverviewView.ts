import { html, nothing, type TemplateResult } from "lit-html";
import { deviatingShare, facelessCount, readFrames } from "../../kernel/figures/compute/frames.js";
import { predictedEmotion } from "../../kernel/metrics/fusion.js";
import { byDeviation, overviewLine, overviewTitle } from "../../kernel/figures/compute/overview.js";
import { percent } from "../../kernel/figures/drawing/labelText.js";
import type { VegaLiteSpec } from "../../kernel/figures/drawing/layers.js";
import { emotionColors } from "../../kernel/figures/emotionColors.js";
import { type OverviewColor, overviewSpec } from "../../kernel/figures/clipOverview/overviewSpec.js";
import type { ClipPayload } from "../../kernel/contracts/payloads/clips.js";
import type { ClipOverviewPayload } from "../../kernel/contracts/payloads/clipOverview.js";
import type { ClipFramesReply } from "../../kernel/contracts/viewMessages.js";
import type { Theme } from "../../kernel/figures/theme.js";
import { MarkNavigation } from "../drawing/markNavigation.js";
import { VegaDrawing } from "../drawing/vegaDrawing.js";
import type { DataTable } from "../view/dataTable.js";
import { emotionLegend } from "../view/emotionLegend.js";
import { meaningsOf } from "../view/meanings.js";
import { View } from "../view/view.js";
import { stateKey } from "../host/stateKey.js";
import { framesPanel } from "../timeline/framesPanel.js";
import { TimelinePanel } from "../timeline/timelinePanel.js";
import { worded, wordedCount } from "../../kernel/words/words.js";

interface OverviewState {
  readonly color: OverviewColor;
  readonly shown: number;
  readonly openClip: string | null;
}

const rowsAtOnce = 40;
const colors = [
  ["pseudo", "pseudo label"],
  ["network", "network"],
  ["truth", "truth"],
  ["disagreement", "disagreement"],
] as const satisfies readonly [OverviewColor, string][];

/** Clips by frames; clicking a row opens its timeline. */
export class ClipOverviewView extends View<ClipOverviewPayload, OverviewState> {
  readonly #rows = new MarkNavigation({
    name: "clip",
    get label() {
      return worded("Clips");
    },
    labelOf: (datum) => String(datum.description),
    isPressed: ({ clip }) => clip === this.state.openClip,
    onActivate: ({ clip }) => this.#open(String(clip)),
  });
  readonly #drawing = new VegaDrawing([this.#rows]);
  readonly #timeline = new TimelinePanel();
  #sorted: ClipPayload[] = [];

  protected initialState(): OverviewState {
    return { color: "pseudo", shown: rowsAtOnce, openClip: null };
  }

  protected stateKey({ title, clips }: ClipOverviewPayload): string {
    return stateKey("overview", title ?? "", String(clips.length), ...clips.slice(0, 40).map(({ id }) => id));
  }

  protected defaultTitle(): string {
    return overviewTitle(this.payload);
  }

  protected override opened(): void {
    this.#sorted = byDeviation(this.payload.clips);
    this.host.shared.offerFrames(this.payload.clips, this.payload.labels);
    const { openClip } = this.state;
    if (this.#sorted.some(({ id }) => id === openClip)) this.#tellOthers();
  }

  protected override closed(): void {
    this.#drawing.dispose();
    this.#timeline.dispose();
  }

  get #marked(): boolean {
    return this.#sorted.some(({ frames }) => frames?.withoutFace);
  }

  #filtered(): ClipPayload[] {
    const filter = this.foreignSelection?.clips;
    if (!filter) return this.#sorted;
    const clips = this.#sorted.filter(({ id }) => filter.has(id));
    return clips.length > 0 ? clips : this.#sorted;
  }

  protected body(): TemplateResult {
    const clips = this.#filtered();
    const { shown } = this.state;
    void this.#drawing.show(this.#spec(clips.slice(0, shown), this.theme, this.width));
    return html`<p>${overviewLine(this.#sorted, this.payload.clips.length)}</p>
      ${
        clips.length < this.#sorted.length
          ? html`<p class="filter">
              ${wordedCount(clips.length, "{0} clip: {1}", "{0} clips: {1}", this.foreignSelection!.words)}
              <button type="button" @click=${() => this.host.shared.select(null)}>
                ${worded("Show all")}
              </button>
            </p>`
          : nothing
      }
      <div class="controls" role="group" aria-label=${worded("Colour")}>
        ${colors.map(
          ([color, words]) =>
            html`<button
              type="button"
              aria-pressed=${this.state.color === color ? "true" : "false"}
              @click=${() => this.set({ color })}
            >
              ${worded(words)}
            </button>`,
        )}
      </div>
      ${
        this.state.color === "disagreement"
          ? html`<p class="note">
              ${worded("Darker frames on light pages, lighter ones on dark: pseudo label and network disagree more.")}
            </p>`
          : emotionLegend(this.payload.labels, emotionColors(this.payload.labels))
      }
      <p class="note">
        ${worded(
          "Click a row, or press Enter on it, for the frames of its clip. Underlined: the frame deviates from the label of its clip.",
        )}
        ${this.#marked ? worded("Struck through: no face was found.") : nothing}
      </p>
      ${this.#drawing.element}
      ${
        clips.length > shown
          ? html`<p>
              <button type="button" @click=${() => this.set({ shown: shown + 2 * rowsAtOnce })}>
                ${worded("Show more ({0} left)", clips.length - shown)}
              </button>
            </p>`
          : nothing
      }
      ${this.#frames()} ${meaningsOf(["pseudo label", "disagreement", "deviates"])}`;
  }

  #spec(clips: readonly ClipPayload[], theme: Theme, width: number): VegaLiteSpec {
    const { color, openClip } = this.state;
    const { labels } = this.payload;
    return overviewSpec({
      clips,
      labels,
      color,
      width,
      theme,
      selected: openClip,
      description: this.title,
    });
  }

  #open(id: string): void {
    const openClip = this.state.openClip === id ? null : id;
    this.set({ openClip });
    if (openClip !== null) this.#askPictures(openClip);
    this.#tellOthers();
  }

  /** Only the clips that deviate most are saved with pictures of their frames; the kernel has the others'. */
  #askPictures(id: string): void {
    const clip = this.#pictured(id);
    if (clip?.frames?.thumbnails) return;
    this.host.postMessage?.({ type: "clip-frames", request: id, clip: id, emotion: clip?.emotion });
  }

  /** The clip with the pictures of its frames, where any view has them. */
  #pictured(id: string): ClipPayload | undefined {
    const own = this.#sorted.find((clip) => clip.id === id);
    if (!own || own.frames?.thumbnails) return own;
    const { clip } = this.host.shared.clips.get(id) ?? {};
    return clip?.frames?.thumbnails
      ? { ...own, frames: { ...own.frames!, thumbnails: clip.frames.thumbnails } }
      : own;
  }

  protected override heard(message: unknown): void {
    const { type, clip } = message as Partial<ClipFramesReply>;
    if (type === "clip-frames" && clip)
      this.host.shared.offerFrames([clip as ClipPayload], this.payload.labels);
  }

  #tellOthers(): void {
    const { openClip } = this.state;
    this.host.shared.select(
      openClip === null ? null : { source: this, clips: new Set([openClip]), words: openClip },
    );
  }

  #frames(): TemplateResult | typeof nothing {
    const { openClip } = this.state;
    const clip = openClip === null ? undefined : this.#pictured(openClip);
    if (!clip) return nothing;
    const { labels, beta } = this.payload;
    this.#timeline.show({ clip, labels, beta, width: this.width - 24, theme: this.theme });
    return framesPanel(clip.id, this.#timeline.element, () => this.#close(clip.id));
  }

  #close(id: string): void {
    this.#open(id);
    this.#rows.refocus();
  }

  protected table(): DataTable {
    const { labels, beta } = this.payload;
    const faces = this.#marked ? [worded("without face")] : [];
    return {
      caption: worded("Clips by the share of frames that deviate"),
      shown: (value, column) => (column === 5 ? `${percent(value)} %` : String(value)),
      columns: [
        ...[worded("clip"), worded("label"), worded("network"), worded("frames")],
        ...[worded("deviating"), worded("share"), ...faces],
      ],
      rows: this.#sorted.map((clip) => {
        const readings = readFrames(clip);
        return [
          clip.id,
          clip.label === null ? null : labels.emotions[clip.label],
          labels.emotions[predictedEmotion(clip, beta)] ?? null,
          readings.length,
          readings.filter(({ deviation }) => deviation !== "").length,
          Math.round(deviatingShare(clip) * 1e4) / 1e4,
          ...faces.map(() => facelessCount(readings)),
        ];
      }),
    };
  }

  protected exportSpec(theme: Theme): VegaLiteSpec {
    return this.#spec(this.#filtered().slice(0, this.state.shown), theme, 720);
  }
}
