import { html, type TemplateResult } from "lit-html";
import { readFrames } from "../../kernel/figures/compute/frames.js";
import { percent } from "../../kernel/figures/drawing/labelText.js";
import type { VegaLiteSpec } from "../../kernel/figures/drawing/layers.js";
import type { ClipPayload, LabelsPayload } from "../../kernel/contracts/payloads/clips.js";
import type { TimelinePayload } from "../../kernel/contracts/payloads/timeline.js";
import type { Theme } from "../../kernel/figures/theme.js";
import { timelineSpec } from "../../kernel/figures/timeline/timelineSpec.js";
import { timelineLines } from "../../kernel/figures/timeline/timelineText.js";
import type { DataTable } from "../view/dataTable.js";
import { meaningsOf } from "../view/meanings.js";
import { View } from "../view/view.js";
import { stateKey } from "../host/stateKey.js";
import { TimelinePanel, type TimelinePosition } from "./timelinePanel.js";
import { worded } from "../../kernel/words/words.js";

/** The frame-label timeline of one clip. */
export class TimelineView extends View<TimelinePayload, TimelinePosition> {
  readonly #panel = new TimelinePanel((position) => {
    this.state = { ...this.state, ...position };
    this.host.saveState(this.stateKey(this.payload), this.state);
  });

  protected initialState(): TimelinePosition {
    return { frame: 0, zoom: 1 };
  }

  protected stateKey({ clip, title }: TimelinePayload): string {
    return stateKey("timeline", title ?? "", clip.id);
  }

  protected defaultTitle(): string {
    return worded("Frames of {0}", this.payload.clip.id);
  }

  protected override opened(): void {
    this.host.shared.offerFrames([this.payload.clip], this.payload.labels);
  }

  protected override closed(): void {
    this.#panel.dispose();
  }

  protected body(): TemplateResult {
    const { clip, labels, beta } = this.payload;
    const { frame, zoom } = this.state;
    this.#panel.show({ clip, labels, beta, width: this.width, theme: this.theme }, { frame, zoom });
    return html`${this.#filterLine()}${this.#panel.element}
    ${meaningsOf(["pseudo label", "deviates", "disagreement", "transfer score", "attention"])}`;
  }

  #filterLine(): TemplateResult {
    const selection = this.foreignSelection;
    if (!selection?.clips.has(this.payload.clip.id)) return html``;
    return html`<p class="filter">${worded("Selected: {0}", selection.words)}</p>`;
  }

  protected table(): DataTable {
    return framesTable(this.payload.clip, this.payload.labels);
  }

  protected exportSpec(theme: Theme): VegaLiteSpec {
    const { clip, labels } = this.payload;
    return timelineSpec({ clip, labels, width: 900, theme, description: this.title });
  }

  protected override captions(): readonly string[] {
    const { clip, labels, beta } = this.payload;
    return timelineLines(clip, labels, beta);
  }
}

/** What a column holds, as far as its figures are written differently. */
type FrameColumn = "frame" | "attention" | "probability" | "other";

/** One row per frame. */
export function framesTable(clip: ClipPayload, labels: LabelsPayload): DataTable {
  const name = (emotion: number) => labels.emotions[emotion] ?? null;
  const rounded = (value: number | null | undefined) =>
    typeof value === "number" && Number.isFinite(value) ? Math.round(value * 1e4) / 1e4 : null;
  const marked = clip.frames?.withoutFace !== undefined;
  const columns: readonly (readonly [FrameColumn, string])[] = [
    ["frame", worded("frame")],
    ...(marked ? [["other", worded("face")] as const] : []),
    ["other", worded("truth")],
    ["other", worded("deviation")],
    ["other", worded("pseudo label")],
    ["other", worded("network")],
    ["other", worded("disagreement")],
    ["other", worded("transfer score")],
    ["attention", worded("attention")],
    ...labels.emotions.map((emotion) => ["probability", worded("pseudo label: {0}", emotion)] as const),
  ];
  return {
    caption: worded("Frames of {0}", clip.id),
    shown: (value, column) => frameFigure(value, columns[column][0]),
    columns: columns.map(([, name]) => name),
    rows: readFrames(clip).map((reading, t) => [
      reading.number,
      ...(marked ? [reading.hasFace ? worded("found") : worded("none")] : []),
      name(reading.truth),
      reading.deviation === "" ? null : reading.deviation,
      name(reading.pseudo),
      name(reading.network),
      rounded(reading.disagreement),
      rounded(clip.frames?.score?.[t]),
      rounded(clip.frames?.attention?.[t]),
      ...labels.emotions.map((_, c) => rounded(clip.frames?.pseudo?.[t]?.[c])),
    ]),
  };
}

/** A figure of a frame with the digits that its card has. */
function frameFigure(value: number, column: FrameColumn): string {
  if (column === "probability") return `${percent(value)} %`;
  if (column === "frame") return String(value);
  return value.toFixed(column === "attention" ? 3 : 2);
}
