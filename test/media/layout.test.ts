import assert from "node:assert/strict";
import { viewNames } from "../../kernel/contracts/views.js";
import * as examples from "./examplePayloads.js";
import { exampleOutput } from "./exampleViews.js";
import { measuredLayout } from "./measuredLayout.js";
import { boardVariants } from "./trainingBoard/variants.js";
import type { PageOutput } from "./viewPage.js";
import { withBrowser } from "./withBrowser.js";

/** Widths of a notebook's outputs: side by side with a file, on a laptop, on a large screen. */
const widths = [444, 560, 640, 800, 1100, 1600];

/** No view leaves half a screen of 1280 x 800 empty in one piece: as much as stands beside a matrix at 1600 pixels. */
const mostEmpty = (1280 * 800) / 2;

async function outputs(): Promise<Readonly<Record<string, PageOutput>>> {
  const views = await Promise.all(viewNames.map(async (name) => [name, await exampleOutput(name)] as const));
  return {
    ...Object.fromEntries(views),
    ...Object.fromEntries(
      Object.entries(boardVariants()).map(([name, output]) => [`training that ${name}`, output]),
    ),
    "two classes": examples.confusionOutput(40, 0, examples.unusualLabels.two),
    "frames without a face": examples.facelessOutput(),
  };
}

describe("every view at every width of an output", function () {
  this.timeout(120_000);
  const test = withBrowser();

  for (const width of widths) {
    it(`has no texts over each other, nothing cut off and no screen of empty space at ${width} px`, async () => {
      const shown = await outputs();
      const { page } = await test.show(Object.values(shown), { width: width + 16 });
      await page.waitForFunction(() =>
        [...document.querySelectorAll(".view > div:not(.still) > *")].every(
          ({ shadowRoot }) => !shadowRoot!.querySelector("[aria-busy]"),
        ),
      );
      const measured = await measuredLayout(page);
      const faults = Object.keys(shown).flatMap((name, i) => {
        const { overlapping, clipped, empty } = measured[i];
        const tooEmpty =
          empty.width * empty.height > mostEmpty ? [`${empty.width} x ${empty.height} empty`] : [];
        const found = [
          ...overlapping.map((pair) => `overlap: ${pair}`),
          ...clipped.map((one) => `cut: ${one}`),
        ];
        return [...found, ...tooEmpty].map((fault) => `${name}: ${fault}`);
      });
      assert.deepEqual(faults, []);
    });
  }

  it("shows a whole training board of nine terms on one screen from 560 px up", async () => {
    for (const width of widths.slice(1)) {
      const { page } = await test.show([boardVariants()["has nine terms"]], { width: width + 16 });
      const [{ height }] = await measuredLayout(page);
      assert.ok(height <= 800, `${height} px high at ${width} px`);
    }
  });
});
