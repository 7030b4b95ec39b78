import type { Page } from "playwright-core";

/** Notes what is underlined, and what the status bar counts; a text, because the tests' build would name its functions. */
const watching = `
  const seen = new Set();
  window.pointedOut = seen;
  new MutationObserver(() => {
    for (const mark of document.querySelectorAll('.view-overlays [class*="squiggly-"]'))
      seen.add(mark.className + " in " + (mark.closest(".cell")?.textContent ?? "the page"));
    const count = document.querySelector('[id="status.problems"] [aria-label]')?.getAttribute("aria-label");
    if (count && count !== "No Problems") seen.add(count);
  }).observe(document.body, { childList: true, subtree: true, attributes: true });
`;

/** What VS Code points out in a page from now on: underlined code, and the problems that its status bar counts. */
export async function watchProblems(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(watching);
  return () => page.evaluate("[...window.pointedOut]");
}
