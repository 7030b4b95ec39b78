import type { ExerciseCheckPayload } from "../../contracts/payloads/exerciseCheck.js";
import type { MimeBundle } from "../../contracts/mimeBundle.js";
import { vegaLiteMimeType, viewMimeTypes } from "../../contracts/viewMimeTypes.js";
import { standAlone } from "../drawing/picture.js";
import { renderSvg } from "../drawing/svg.js";
import { exerciseCheckSpec } from "../exerciseCheck/exerciseCheckSpec.js";
import { checkState, checkTitle, frameTexts, stateSigns, stateWords } from "../exerciseCheck/frameTexts.js";
import { lightTheme } from "../theme.js";

/**
 * All forms of a check. Its plain text is the number of points alone: nbgrader reads partial points there. The whole
 * text is in the HTML form.
 */
export async function exerciseCheckBundle(payload: ExerciseCheckPayload): Promise<MimeBundle> {
  const drawing = exerciseCheckSpec({ payload, width: 560, theme: lightTheme });
  const spec = standAlone(drawing, checkTitle(payload), [], lightTheme);
  return {
    [viewMimeTypes["exercise-check"]]: payload,
    [vegaLiteMimeType]: spec,
    "image/svg+xml": await renderSvg(spec),
    "text/html": checkHtml(payload),
    "text/plain": String(payload.points),
  };
}

/** The check as plain HTML, for front ends that have no view of it. */
export function checkHtml(payload: ExerciseCheckPayload): string {
  const words = frameTexts[payload.language];
  const items = payload.parts.map(
    ({ what, state }) => `<li>${stateSigns[state]} ${escaped(what)}: ${words.parts[state]}</li>`,
  );
  const hint =
    payload.hint === undefined
      ? ""
      : `<details><summary>${words.hint}</summary><p>${escaped(payload.hint)}</p></details>`;
  return (
    `<section lang="${payload.language}"><h4>${escaped(checkTitle(payload))}</h4>` +
    `<p><strong>${stateSigns[checkState(payload)]} ${stateWords(payload)}</strong></p>` +
    `<ul style="list-style: none">${items.join("")}</ul>${hint}</section>`
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
