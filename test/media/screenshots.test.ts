import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import * as examples from "./examplePayloads.js";
import type { Look } from "./browser.js";
import { differenceFromReference } from "./referencePictures.js";
import { withBrowser } from "./withBrowser.js";
import type { PageOutput } from "./viewPage.js";

const views: Readonly<Record<string, () => PageOutput>> = {
  "confusion-matrix": () => examples.confusionOutput(),
  "frame-timeline": () => examples.timelineOutput(),
  "training-board": examples.trainingOutput,
  "confusion-difference": examples.differenceOutput,
  "clip-overview": () => examples.overviewOutput(24),
  "ablation-board": examples.ablationOutput,
  "what-if": examples.whatIfOutput,
  "two-classes": () => examples.confusionOutput(40, 0, examples.unusualLabels.two),
  "twelve-classes": () => examples.confusionOutput(200, 0, examples.unusualLabels.twelve),
  "no-clips": () => examples.confusionOutput(0, 0),
  "one-clip": () => examples.confusionOutput(1, 1),
};
const widths = [320, 800, 1600];
const themes: readonly Look["theme"][] = ["light", "dark", "high contrast"];

describe("views look as they did when somebody looked at them", function () {
  this.timeout(180_000);
  const test = withBrowser();
  for (const width of widths) {
    for (const theme of themes) {
      it(`${Object.keys(views).join(", ")}: ${width} px, ${theme}`, async () => {
        const outputs = Object.values(views).map((output) => output());
        const { page, errors } = await test.show(outputs, { width, theme });
        await picturesDecoded(page);
        await onWholePixels(page);
        const wrong: string[] = [];
        for (const [i, name] of Object.keys(views).entries()) {
          const shot = await page.locator(".rich.view").nth(i).screenshot({ animations: "disabled" });
          wrong.push(
            ...(await differenceFromReference(`${name}-${width}-${theme.replace(" ", "-")}.png`, shot)),
          );
        }
        assert.deepEqual(wrong, []);
        assert.deepEqual(errors, []);
      });
    }
  }
});

/** Lets each view begin on a whole pixel, so that a change of one does not shift the letters of those below. */
async function onWholePixels(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.querySelector("h1")!.style.height = "24px";
    for (const view of document.querySelectorAll<HTMLElement>(".rich.view"))
      view.style.height = `${Math.ceil(view.getBoundingClientRect().height)}px`;
  });
}

/** Waits for the pictures inside drawings, which appear some time after the drawing. */
async function picturesDecoded(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const roots = [...document.querySelectorAll(".view > div > *")].map(({ shadowRoot }) => shadowRoot);
    const links = roots.flatMap((root) => [...(root?.querySelectorAll<SVGImageElement>("svg image") ?? [])]);
    const decoded = links.map((link) => {
      const image = new Image();
      image.src = link.href.baseVal;
      return image.decode();
    });
    await Promise.all(decoded);
    for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
