import { messageOf } from "../../kernel/contracts/messageOf.js";
import { worded } from "../../kernel/words/words.js";
/** Draws an output's data into an element of the page; resolves to whether it was drawn. */
type Draw = (place: HTMLElement, data: unknown, mimeType: string) => Promise<boolean>;

/**
 * Draws what a notebook's HTML page holds as data: every `<script type="...">` of these types. The static picture
 * beside it stays if the data cannot be drawn or scripting is disabled.
 */
export function bringToLife(isWanted: (mimeType: string) => boolean, draw: Draw): void {
  for (const script of document.querySelectorAll<HTMLScriptElement>(".view > script[type]")) {
    if (isWanted(script.type)) void bring(script, draw);
  }
}

async function bring(script: HTMLScriptElement, draw: Draw): Promise<void> {
  const place = document.createElement("div");
  script.after(place);
  let data: unknown;
  try {
    data = JSON.parse(script.textContent ?? "");
  } catch {
    return place.remove();
  }
  const drawn = await draw(place, data, script.type);
  const still = script.parentElement?.querySelector<HTMLElement>(":scope > .still");
  if (still && drawn) still.hidden = true;
}

/** Draws a figure from a user's own cell; if that fails, says why above the static picture. */
export function figure(draw: (place: HTMLElement, spec: unknown) => Promise<unknown>): Draw {
  return async (place, spec) => {
    try {
      await draw(place, spec);
      return true;
    } catch (error) {
      const sentence = document.createElement("p");
      sentence.textContent = worded("This figure cannot be drawn: {0}", messageOf(error));
      place.replaceChildren(sentence);
      return false;
    }
  };
}
