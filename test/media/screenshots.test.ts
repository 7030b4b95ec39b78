import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import * as examples from "./examplePayloads.js";
import { viewNames } from "../../kernel/contracts/views.js";
import { exampleOutputs } from "./exampleViews.js";
import {
  differenceFromReference,
  screenshotName,
  screenshotThemes,
  screenshotWidths,
} from "./referencePictures.js";
import { withBrowser } from "./withBrowser.js";
import type { PageOutput } from "./viewPage.js";

/** Where a view could go wrong beside its example: few and many emotions, few clips, frames without a face. */
const unusual: Readonly<Record<string, () => PageOutput>> = {
  "two-classes": () => examples.confusionOutput(40, 0, examples.unusualLabels.two),
  "twelve-classes": () => examples.confusionOutput(200, 0, examples.unusualLabels.twelve),
  "no-clips": () => examples.confusionOutput(0, 0),
  "one-clip": () => examples.confusionOutput(1, 1),
  "frames-without-face": examples.facelessOutput,
};
const names = [...viewNames, ...Object.keys(unusual)];

describe("views look as they did when somebody looked at them", function () {
  this.timeout(180_000);
  const test = withBrowser();
  for (const width of screenshotWidths) {
    for (const theme of screenshotThemes) {
      it(`so do ${names.join(", ")} at ${width} px, ${theme}`, async () => {
        const outputs = [...(await exampleOutputs()), ...Object.values(unusual).map((output) => output())];
        const { page, errors } = await test.show(outputs, { width, theme });
        await picturesDecoded(page);
        await onWholePixels(page);
        const wrong: string[] = [];
        for (const [i, name] of names.entries()) {
          const shot = await page.locator(".rich.view").nth(i).screenshot({ animations: "disabled" });
          wrong.push(...(await differenceFromReference(screenshotName(name, width, theme), shot)));
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
