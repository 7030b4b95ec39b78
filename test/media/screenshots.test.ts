import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pixelmatch from "pixelmatch";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import sharp from "sharp";
import * as examples from "./examplePayloads.js";
import type { Look } from "./browser.js";
import { withBrowser } from "./withBrowser.js";
import type { PageOutput } from "./viewPage.js";

const folder = path.join(import.meta.dirname, "screenshots");
/** UPDATE_SCREENSHOTS=1 takes what is drawn now as the reference: look at each before committing it. */
const update = process.env.UPDATE_SCREENSHOTS === "1";
/** Share of pixels that may differ: letters are smoothed differently by other versions of Chromium. */
const tolerance = 0.02;

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
        const wrong: string[] = [];
        for (const [i, name] of Object.keys(views).entries()) {
          const shot = await page.locator(".rich.view").nth(i).screenshot({ animations: "disabled" });
          wrong.push(...(await compare(`${name}-${width}-${theme.replace(" ", "-")}.png`, shot)));
        }
        assert.deepEqual(wrong, []);
        assert.deepEqual(errors, []);
      });
    }
  }
});

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

/** What is wrong with a picture, in words; nothing when it is as it was. */
async function compare(name: string, shot: Buffer): Promise<string[]> {
  const file = path.join(folder, name);
  if (update) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, await sharp(shot).png({ palette: true, effort: 8 }).toBuffer());
    return [];
  }
  if (!existsSync(file)) return [`${name} is missing: run with UPDATE_SCREENSHOTS=1 and look at it`];
  const [wanted, seen] = [readFileSync(file), shot].map((bytes) => PNG.sync.read(bytes));
  if (seen.width !== wanted.width || Math.abs(seen.height - wanted.height) > 4) {
    return [`${name} is ${seen.width} x ${seen.height}, was ${wanted.width} x ${wanted.height}`];
  }
  const height = Math.min(seen.height, wanted.height);
  const cut = (png: PNG) => png.data.subarray(0, png.width * height * 4);
  const differing = pixelmatch(cut(wanted), cut(seen), undefined, seen.width, height, { threshold: 0.25 });
  const share = differing / (seen.width * height);
  if (share <= tolerance) return [];
  writeFileSync(path.join(tmpdir(), name), shot);
  return [`${name}: ${(share * 100).toFixed(2)} % of the pixels differ; see ${path.join(tmpdir(), name)}`];
}
