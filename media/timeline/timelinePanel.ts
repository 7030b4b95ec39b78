import { html, nothing, render, type TemplateResult } from "lit-html";
import { styleMap } from "lit-html/directives/style-map.js";
import { type FrameReading, readFrames } from "../../kernel/figures/compute/frames.js";
import { emotionColors } from "../../kernel/figures/emotionColors.js";
import type { ClipPayload, LabelsPayload } from "../../kernel/contracts/payloads/clips.js";
import type { Theme } from "../../kernel/figures/theme.js";
import { type TimelineLayout, timelineLayout } from "../../kernel/figures/timeline/timelineLayout.js";
import { timelineLines } from "../../kernel/figures/timeline/timelineText.js";
import { timelineSpec } from "../../kernel/figures/timeline/timelineSpec.js";
import { VegaDrawing } from "../drawing/vegaDrawing.js";
import { frameCard } from "./frameCard.js";
import { language, worded } from "../../kernel/words/words.js";

export interface TimelineContents {
  readonly clip: ClipPayload;
  readonly labels: LabelsPayload;
  readonly beta: number;
  readonly width: number;
  readonly theme: Theme;
}

export interface TimelinePosition {
  readonly frame: number;
  readonly zoom: number;
}

/** Zoom steps of a timeline. */
export const zooms = [0.25, 0.5, 1, 1.5, 2, 3];
const cardWidth = 212;

/** The lanes of one clip with a cursor, and a card with the frame under it. */
export class TimelinePanel {
  readonly element = document.createElement("div");
  readonly #drawing = new VegaDrawing();
  #contents: TimelineContents | undefined;
  #layout: TimelineLayout | undefined;
  #readings: FrameReading[] = [];
  #position: TimelinePosition = { frame: 0, zoom: 1 };
  #language = language();

  /** @param moved called when the reader moves or zooms */
  constructor(private readonly moved: (position: TimelinePosition) => void = () => {}) {
    this.element.className = "timelinePanel";
  }

  /** Shows a clip; if it is already shown, it stays as is. */
  show(contents: TimelineContents, position: Partial<TimelinePosition> = {}): void {
    const wanted = { ...this.#position, ...position };
    const clipChanged = contents.clip !== this.#contents?.clip || this.#language !== language();
    this.#language = language();
    const same =
      !clipChanged &&
      contents.width === this.#contents?.width &&
      contents.theme === this.#contents?.theme &&
      wanted.zoom === this.#position.zoom;
    this.#contents = contents;
    this.#position = { ...wanted, frame: Math.min(wanted.frame, Math.max(0, this.#count() - 1)) };
    if (clipChanged) this.#readings = readFrames(contents.clip);
    if (!same) this.#drawLanes();
    this.#draw();
  }

  dispose(): void {
    this.#drawing.dispose();
    render(nothing, this.element);
  }

  #count(): number {
    return this.#contents?.clip.frames?.numbers.length ?? 0;
  }

  #drawLanes(): void {
    const { clip, labels, theme } = this.#contents!;
    const width = this.#laneWidth();
    const { zoom } = this.#position;
    this.#layout = timelineLayout(clip, width, zoom);
    void this.#drawing.show(
      timelineSpec({ clip, labels, theme, width, zoom, description: worded("Frames of {0}", clip.id) }),
    );
  }

  #laneWidth(): number {
    const { width } = this.#contents!;
    return this.#cardBeside() ? width - cardWidth - 4 : width - 2;
  }

  /** Whether all frames have room beside the card; else it is below them. */
  #cardBeside(): boolean {
    const { clip, width } = this.#contents!;
    const room = width - cardWidth - 4;
    return width >= 560 && (timelineLayout(clip, room).width <= room || width >= 1100);
  }

  #draw(): void {
    render(this.#count() === 0 ? this.#empty() : this.#template(), this.element);
  }

  #empty(): TemplateResult {
    const { clip, labels, beta } = this.#contents!;
    return html`${timelineLines(clip, labels, beta).map((line) => html`<p>${line}</p>`)}`;
  }

  #template(): TemplateResult {
    const { clip, labels, beta } = this.#contents!;
    const reading = this.#readings[this.#position.frame];
    return html`${timelineLines(clip, labels, beta).map((line) => html`<p>${line}</p>`)}
      <div class="controls" role="group" aria-label=${worded("Zoom")}>
        <button type="button" @click=${() => this.#zoom(-1)} ?disabled=${this.#position.zoom <= zooms[0]}>
          ${worded("Zoom out")}
        </button>
        <button type="button" @click=${() => this.#zoom(1)} ?disabled=${this.#position.zoom >= zooms.at(-1)!}>
          ${worded("Zoom in")}
        </button>
        <span class="note">${worded("← → step, Home End, + −")}</span>
      </div>
      <div class="timeline ${this.#cardBeside() || this.#contents!.width < 400 ? "" : "cardBelow"}">
        <div
          class="frames"
          role="slider"
          tabindex="0"
          aria-label=${worded("Frame of {0}", clip.id)}
          aria-valuemin="0"
          aria-valuemax=${this.#count() - 1}
          aria-valuenow=${this.#position.frame}
          aria-valuetext=${reading ? frameWords(reading, labels) : ""}
          style=${styleMap({ width: `${Math.min(this.#laneWidth(), this.#layout!.width)}px` })}
          @keydown=${(event: KeyboardEvent) => this.#key(event)}
          @pointermove=${(event: PointerEvent) => this.#point(event)}
          @pointerdown=${(event: PointerEvent) => this.#point(event)}
        >
          ${this.#drawing.element}
          <div class="cursor" style=${styleMap(this.#cursor())}></div>
        </div>
        ${frameCard(clip, reading, this.#position.frame, labels, emotionColors(labels))}
      </div>`;
  }

  #cursor(): Record<string, string> {
    const { left, step, height } = this.#layout!;
    return { left: `${left + this.#position.frame * step}px`, width: `${step}px`, height: `${height}px` };
  }

  #key(event: KeyboardEvent): void {
    const { frame } = this.#position;
    const last = this.#count() - 1;
    const target: Record<string, number> = {
      ArrowLeft: frame - 1,
      ArrowRight: frame + 1,
      PageUp: frame - 10,
      PageDown: frame + 10,
      Home: 0,
      End: last,
    };
    if (event.key === "+" || event.key === "=") this.#zoom(1);
    else if (event.key === "-") this.#zoom(-1);
    else if (event.key in target) this.#goTo(Math.max(0, Math.min(last, target[event.key])), true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #point(event: PointerEvent): void {
    const { left, step } = this.#layout!;
    const box = this.#drawing.element.getBoundingClientRect();
    const frame = Math.floor((event.clientX - box.left - left) / step);
    if (frame >= 0 && frame < this.#count() && frame !== this.#position.frame) this.#goTo(frame, false);
  }

  #goTo(frame: number, reveal: boolean): void {
    this.#position = { ...this.#position, frame };
    this.#draw();
    if (reveal) this.#reveal();
    this.moved(this.#position);
  }

  #reveal(): void {
    const frames = this.element.querySelector(".frames")!;
    const { left, step } = this.#layout!;
    const at = left + this.#position.frame * step;
    if (at < frames.scrollLeft + left) frames.scrollLeft = at - left;
    else if (at + step > frames.scrollLeft + frames.clientWidth)
      frames.scrollLeft = at + step - frames.clientWidth;
  }

  #zoom(direction: 1 | -1): void {
    const at = zooms.indexOf(this.#position.zoom);
    const zoom = zooms[Math.max(0, Math.min(zooms.length - 1, (at < 0 ? 2 : at) + direction))];
    if (zoom === this.#position.zoom) return;
    this.#position = { ...this.#position, zoom };
    this.#drawLanes();
    this.#draw();
    this.#reveal();
    this.moved(this.#position);
  }
}

function frameWords(reading: FrameReading, labels: LabelsPayload): string {
  const name = (emotion: number) => labels.emotions[emotion] ?? worded("unknown");
  const parts = [
    worded("frame {0}", reading.number),
    ...(reading.hasFace ? [] : [worded("no face")]),
    ...(reading.truth >= 0 ? [worded("truth {0}", name(reading.truth))] : []),
    ...(reading.pseudo >= 0 ? [worded("pseudo label {0}", name(reading.pseudo))] : []),
    ...(reading.network >= 0 ? [worded("network {0}", name(reading.network))] : []),
    ...(reading.deviation === "" ? [] : [worded("deviates: {0}", reading.deviation)]),
  ];
  return parts.join(", ");
}
