import type { Page } from "playwright-core";

/**
 * Resolves when no drawing is being made, in three frames of the page one after the other: in the first, a changed
 * size is noticed, which may begin another drawing.
 */
export function drawn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const isBusy = (root: Document | ShadowRoot): boolean =>
      root.querySelector("[aria-busy=true]") !== null ||
      [...root.querySelectorAll("*")].some(({ shadowRoot }) => shadowRoot !== null && isBusy(shadowRoot));
    for (let still = 0; still < 3;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      still = isBusy(document) ? 0 : still + 1;
    }
  });
}
