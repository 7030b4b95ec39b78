import { html, nothing, type TemplateResult } from "lit-html";
import { styleMap } from "lit-html/directives/style-map.js";
import type { FrameReading } from "../../kernel/figures/compute/frames.js";
import { percent } from "../../kernel/figures/drawing/labelText.js";
import type { ClipPayload, LabelsPayload } from "../../kernel/contracts/payloads/clips.js";
import { worded } from "../../kernel/words/words.js";

/** The frame under the cursor, enlarged, with its probabilities from the largest down. */
export function frameCard(
  clip: ClipPayload,
  reading: FrameReading | undefined,
  at: number,
  labels: LabelsPayload,
  colors: readonly string[],
): TemplateResult {
  if (!reading) return html``;
  const frames = clip.frames!;
  const picture = frames.thumbnails?.[at];
  const probabilities = reading.hasFace ? (frames.pseudo?.[at] ?? frames.network?.[at]) : undefined;
  const seconds = frames.frameRate ? ` · ${(reading.number / frames.frameRate).toFixed(2)} s` : "";
  return html`<div class="card">
    ${picture ? html`<img src=${picture} alt=${worded("Frame {0} of {1}", reading.number, clip.id)} />` : nothing}
    <h3>${worded("Frame {0}", reading.number)}${seconds}</h3>
    ${reading.hasFace ? nothing : html`<p>${worded("No face was found: the frame has no label.")}</p>`}
    ${
      reading.deviation === ""
        ? nothing
        : html`<p>
            ${
              reading.deviationIsKnown
                ? worded("Deviates: {0}", reading.deviation)
                : worded("May deviate: {0}", reading.deviation)
            }
          </p>`
    }
    ${
      probabilities
        ? html`<p class="note">${frames.pseudo ? worded("Pseudo label") : worded("Network")}</p>
            <dl>
              ${sorted(probabilities).map(([emotion, p]) => row(labels.emotions[emotion], colors[emotion], p))}
            </dl>`
        : nothing
    }
    ${figures(clip, reading, at)}
  </div>`;
}

function sorted(probabilities: readonly (number | null)[]): [number, number][] {
  return probabilities
    .map((p, emotion): [number, number] => [emotion, p ?? NaN])
    .sort((left, right) => (right[1] || 0) - (left[1] || 0))
    .slice(0, 12);
}

function row(name: string, color: string, p: number): TemplateResult {
  const bar = styleMap({ width: `${Math.round((p || 0) * 100)}%`, background: color });
  return html`<dt><span class="swatch" style=${styleMap({ background: color })}></span>${name}</dt>
    <dd class="barTrack"><div class="barFill" style=${bar}></div></dd>
    <dd>${percent(p)} %</dd>`;
}

function figures({ frames }: ClipPayload, reading: FrameReading, at: number): TemplateResult {
  const known: [string, number | null | undefined, number][] = [
    [worded("disagreement"), reading.disagreement, 2],
    [worded("transfer score"), frames!.score?.[at], 2],
    [worded("attention"), frames!.attention?.[at], 3],
  ];
  return html`${known
    .filter(([, value]) => typeof value === "number" && Number.isFinite(value))
    .map(([name, value, digits]) => html`<p>${name} ${value!.toFixed(digits)}</p>`)}`;
}
