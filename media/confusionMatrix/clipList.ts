import { html, nothing, type TemplateResult } from "lit-html";
import { fusedProbabilities } from "../../kernel/metrics/fusion.js";
import { percent } from "../../kernel/figures/drawing/labelText.js";
import type { ClipPayload, FramesPayload, LabelsPayload } from "../../kernel/contracts/payloads/clips.js";
import type { SharedByViews } from "../selection/sharedSelection.js";
import { worded } from "../../kernel/words/words.js";

export interface ListedClip {
  readonly clip: ClipPayload;
  readonly predicted: number;
}

export interface ClipListOptions {
  readonly heading: string;
  readonly clips: readonly ListedClip[];
  readonly labels: LabelsPayload;
  readonly beta: number;
  readonly shown: number;
  readonly open: string | null;
  /** Where frames that other views have are found. */
  readonly shared: SharedByViews;
  /** Whether frames that are not in the page can be requested. */
  readonly canAsk: boolean;
  readonly onOpen: (id: string) => void;
  readonly onMore: () => void;
  readonly onClose: () => void;
}

/** The clips in a cell, those with frames and the most confident predictions first; a click opens a clip's frames. */
export function clipList(options: ClipListOptions): TemplateResult {
  const { heading, clips, shown, onMore, onClose } = options;
  const scored = clips
    .map((one) => ({ ...one, probabilities: fusedProbabilities(one.clip, options.beta) }))
    .sort((left, right) => sureness(right, options.shared) - sureness(left, options.shared));
  return html`<section class="panel" aria-label=${heading}>
    <div class="panelHead">
      <h3>${heading}</h3>
      <button type="button" @click=${onClose}>${worded("Close")}</button>
    </div>
    ${clips.length === 0 ? html`<p>${worded("No clips here.")}</p>` : nothing}
    <ul class="clips">
      ${scored.slice(0, shown).map((one) => html`<li>${clipButton(one, options)}</li>`)}
    </ul>
    ${
      clips.length > shown
        ? html`<p>
            <button type="button" @click=${onMore}>
              ${worded("Show more ({0} left)", clips.length - shown)}
            </button>
          </p>`
        : nothing
    }
  </section>`;
}

/** Gives the focus back to the button of a clip whose frames were closed. */
export function focusClip(beside: Element, id: string): void {
  const root = beside.getRootNode() as Document | ShadowRoot;
  const buttons = [...root.querySelectorAll<HTMLElement>("button.clip")];
  buttons.find(({ title }) => title === id)?.focus();
}

function framesOf(clip: ClipPayload, shared: SharedByViews): FramesPayload | undefined {
  return clip.frames ?? shared.clips.get(clip.id)?.clip.frames;
}

function sureness(
  { clip, predicted, probabilities }: ListedClip & { probabilities: number[] },
  shared: SharedByViews,
): number {
  return probabilities[predicted] + (framesOf(clip, shared) ? 1 : 0);
}

function clipButton(
  { clip, predicted, probabilities }: ListedClip & { probabilities: number[] },
  { labels, open, shared, canAsk, onOpen }: ClipListOptions,
): TemplateResult {
  const known = framesOf(clip, shared);
  const picture = clip.thumbnail ?? known?.thumbnails?.find((one) => one !== "");
  const scores = [
    `${labels.emotions[predicted]} ${percent(probabilities[predicted])} %`,
    ...(clip.label !== null && clip.label !== predicted
      ? [`${labels.emotions[clip.label]} ${percent(probabilities[clip.label])} %`]
      : []),
    ...(clip.originalLabel === undefined ? [] : [worded("labelled {0}", clip.originalLabel)]),
  ];
  return html`<button
    type="button"
    class="clip"
    title=${clip.id}
    aria-pressed=${open === clip.id ? "true" : "false"}
    ?disabled=${!known && !canAsk}
    @click=${() => onOpen(clip.id)}
  >
    ${picture ? html`<img src=${picture} alt="" loading="lazy" />` : html`<span class="noPicture"></span>`}
    <span class="words">
      <span class="id">${clip.id}</span>
      <span class="scores">${scores.join(" · ")}</span>
      ${known ? nothing : html`<span class="scores">${worded("frames not in this notebook")}</span>`}
    </span>
  </button>`;
}
