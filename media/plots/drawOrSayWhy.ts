import { messageOf } from "../../kernel/contracts/messageOf.js";

/** Draws a plot from a user's own cell or, if it cannot be drawn, says why in its place. Never throws. */
export async function drawOrSayWhy(
  element: HTMLElement,
  draw: () => Promise<() => void>,
): Promise<() => void> {
  try {
    return await draw();
  } catch (error) {
    const sentence = document.createElement("p");
    sentence.textContent = `This figure cannot be drawn: ${messageOf(error)}`;
    element.replaceChildren(sentence);
    return () => {};
  }
}
