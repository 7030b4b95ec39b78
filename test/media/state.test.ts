import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { openPage } from "./browser.js";
import { drawn } from "./drawn.js";
import * as examples from "./examplePayloads.js";
import { render, scrollAway } from "./inWebView.js";
import { serveRenderers } from "./server.js";
import type { PageOutput } from "./viewPage.js";
import { withBrowser } from "./withBrowser.js";

interface Changed {
  readonly output: PageOutput;
  readonly change: (page: Page) => Promise<void>;
}

const cells = (page: Page) => page.locator("path[role=button]:not([aria-label^=Fold], [aria-label^=Open])");
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const beta = (page: Page, value: string) => page.getByRole("slider", { name: /^beta/ }).fill(value);

const views: Readonly<Record<string, Changed>> = {
  "confusion matrix: figure, fold, beta, cell, clip, frame, table": {
    output: examples.confusionOutput(300, 300),
    async change(page) {
      await press(page, "clips");
      await press(page, "Fold Positive");
      await beta(page, "0.8");
      await drawn(page);
      await page.locator('path[aria-label^="Sad, recognised"]').click();
      await page.locator("button.clip").nth(1).click();
      await page.getByRole("slider", { name: /^Frame of/ }).press("End");
      await press(page, "Table");
    },
  },
  "timeline: frame, zoom": {
    output: examples.timelineOutput(40),
    async change(page) {
      await press(page, "Zoom in");
      await page.getByRole("slider", { name: /^Frame of/ }).press("End");
    },
  },
  "training board: stacked": {
    output: examples.trainingOutput(),
    change: (page) => press(page, "stacked"),
  },
  "ablation board: arm, cell of its difference": {
    output: examples.ablationOutput(),
    async change(page) {
      await page.locator('path[aria-label^="without emotion"]').click();
      await drawn(page);
      await page.locator('path[aria-label^="Sad"]').first().click();
    },
  },
  "difference: fold, beta, cell": {
    output: examples.differenceOutput(),
    async change(page) {
      await press(page, "Fold Positive");
      await beta(page, "0.7");
      await drawn(page);
      await cells(page).nth(8).click();
    },
  },
  "overview: colour, clip": {
    output: examples.overviewOutput(30),
    async change(page) {
      await press(page, "network");
      await drawn(page);
      await page.locator('path[aria-label^="clip-"]').nth(2).click();
    },
  },
  "what-if: weight, beta, fold, cell": {
    output: examples.whatIfOutput(),
    async change(page) {
      await page.getByRole("slider").first().fill("1.4");
      await beta(page, "0.6");
      await press(page, "Fold Positive");
      await drawn(page);
      await cells(page).nth(8).click();
    },
  },
};

/** What a reader set: pressed buttons and cells, sliders, size of the drawings, opened parts. */
function setting(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const root = [...document.querySelectorAll("#one *")].find((one) => one.shadowRoot)?.shadowRoot;
    const all = <E extends Element>(query: string) => [...(root?.querySelectorAll<E>(query) ?? [])];
    return {
      pressed: all("[aria-pressed=true]").map(
        (one) => one.getAttribute("aria-label") ?? one.textContent?.trim(),
      ),
      cells: all("path[role=button]").length,
      ranges: all<HTMLInputElement>("input[type=range]").map(({ value }) => value),
      frames: all("[role=slider]").map((one) => one.getAttribute("aria-valuetext")),
      sections: all("section").map((one) => one.getAttribute("aria-label")),
      drawings: all(".drawing svg").map((one) => one.getAttribute("width")),
      tables: all("table").length,
    };
  });
}

/** The setting once everything is drawn. */
async function settled(page: Page): Promise<unknown> {
  await drawn(page);
  return setting(page);
}

describe("what a reader set in a view survives scrolling and reloading", function () {
  this.timeout(60_000);
  const test = withBrowser();
  let server: Awaited<ReturnType<typeof serveRenderers>>;
  before(async () => (server = await serveRenderers()));
  after(() => server.close());

  for (const [name, { output, change }] of Object.entries(views)) {
    it(`so it does in the ${name}`, async () => {
      const { page, errors } = await openPage(test.browser(), { width: 1000, theme: "light" });
      try {
        await page.goto(server.url);
        const show = () => render(page, "/views.renderer.js", output.mimeType, output.payload);
        await show();
        const untouched = await settled(page);
        await change(page);
        const wanted = await settled(page);
        assert.notDeepEqual(wanted, untouched);
        await scrollAway(page);
        await show();
        assert.deepEqual(await settled(page), wanted, "after scrolling away and back");
        await page.reload();
        await show();
        assert.deepEqual(await settled(page), wanted, "after reloading");
        assert.deepEqual(errors, []);
      } finally {
        await page.close();
      }
    });
  }
});
