import { isOwnKey } from "../view/ownKeys.js";

/** Lumino skips its shortcuts at elements that carry this. */
const suppress = "data-lm-suppress-shortcuts";

/**
 * Leaves keys that operate a view's controls to them. JupyterLab looks at each key before the page's elements do, so
 * this must listen at the window: an arrow on a slider would select the next cell, a digit in a field would turn the
 * cell into a heading.
 * @returns a function that stops this
 */
export function leaveKeysToViews(viewClass: string): () => void {
  const listener = (event: KeyboardEvent): void => {
    const { target } = event;
    if (!(target instanceof Element) || !target.closest(`.${viewClass}`)) return;
    if (isOwnKey(event)) target.setAttribute(suppress, "true");
    else target.removeAttribute(suppress);
  };
  window.addEventListener("keydown", listener, { capture: true });
  return () => window.removeEventListener("keydown", listener, { capture: true });
}
