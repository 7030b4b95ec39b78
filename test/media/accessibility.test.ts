import assert from "node:assert/strict";
import { viewNames } from "../../kernel/contracts/views.js";
import { overviewOutput } from "./examplePayloads.js";
import { exampleOutputs } from "./exampleViews.js";
import { axeViolations } from "./axeViolations.js";
import { withBrowser } from "./withBrowser.js";

/** The example of every view, and an overview that is too long to be shown at once. */
async function outputs() {
  const { mimeType, payload } = overviewOutput(60);
  return [...(await exampleOutputs()), { mimeType, payload: { ...payload, title: "Frames of 60 clips" } }];
}

describe("views for everybody", function () {
  this.timeout(60_000);
  const test = withBrowser();

  for (const theme of ["light", "dark", "high contrast"] as const) {
    it(`axe-core finds no violation in the ${viewNames.join(", ")}: ${theme}`, async () => {
      const { page } = await test.show(await outputs(), { theme });
      for (const button of await page.locator("button", { hasText: "Table" }).all()) await button.click();
      assert.deepEqual(await axeViolations(page), []);
    });
  }

  for (const width of [320, 800, 1600]) {
    it(`no text is below 11 px, and nothing is wider than a page of ${width} px`, async () => {
      const { page } = await test.show(await outputs(), { width });
      const found = await page.evaluate(() => {
        const roots = [...document.querySelectorAll("*")].flatMap((one) =>
          one.shadowRoot ? [one.shadowRoot] : [],
        );
        const all = roots.flatMap((root) => [...root.querySelectorAll<Element>("*")]);
        const written = all.filter((one) =>
          [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== ""),
        );
        const sizes = written.map((one) => parseFloat(getComputedStyle(one).fontSize));
        return {
          count: sizes.length,
          smallest: Math.min(...sizes),
          wide: document.documentElement.scrollWidth,
        };
      });
      assert.ok(found.count > 200, `${found.count} texts`);
      assert.ok(found.smallest >= 11, `smallest text ${found.smallest} px`);
      assert.ok(found.wide <= width, `the page is ${found.wide} px wide`);
    });
  }
});
