import { messageOf } from "../../kernel/contracts/messageOf.js";
import { worded } from "../../kernel/words/words.js";

/** Draws a plot from a user's own cell or, if it cannot be drawn, says why in its place. Never throws. */
export async function drawOrSayWhy(
  element: HTMLElement,
  draw: () => Promise<() => void>,
): Promise<() => void> {
  try {
    return await draw();
  } catch (error) {
    const sentence = document.createElement("p");
    sentence.textContent = worded("This figure cannot be drawn: {0}", messageOf(error));
    element.replaceChildren(sentence);
    return () => {};
  }
}
