import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Locator } from "playwright-core";
import sharp from "sharp";
import { predictedEmotion } from "../../../kernel/metrics/fusion.js";
import { viewMimeTypes } from "../../../kernel/contracts/viewMimeTypes.js";
import type { ConfusionMatrixPayload } from "../../../kernel/contracts/payloads/confusionMatrix.js";
import { withBrowser } from "../withBrowser.js";

const folder = path.resolve(import.meta.dirname, "../../../media/pictures");
/** UPDATE_SCREENSHOTS=1 takes the documentation's four pictures anew. */
const update = process.env.UPDATE_SCREENSHOTS === "1";
/** What the confusion matrix of the quickstart notebook carried after one of its runs. */
const payload = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "quickstart-confusion.json"), "utf8"),
) as ConfusionMatrixPayload;

async function film(view: Locator, number: number): Promise<void> {
  const file = path.join(folder, `two-clicks-${number}.png`);
  if (update) {
    const shot = await view.screenshot({ animations: "disabled" });
    return writeFileSync(file, await sharp(shot).png({ palette: true, effort: 8 }).toBuffer());
  }
  assert.ok(existsSync(file), `${file} is missing: run with UPDATE_SCREENSHOTS=1 and look at it`);
  const { width = 0, height = 0 } = await sharp(file).metadata();
  const box = (await view.boundingBox())!;
  assert.ok(Math.abs(width - box.width) <= 1, `${file} is ${width} px wide, the view now ${box.width}`);
  assert.ok(Math.abs(height - box.height) <= 8, `${file} is ${height} px high, the view now ${box.height}`);
}

describe("two clicks from a confusion cell to the frames of one of its clips", function () {
  this.timeout(60_000);
  const test = withBrowser();

  it("lead there as the four pictures of the documentation show", async () => {
    const { labels, clips, beta } = payload;
    const misread = clips.find(
      (one) => one.frames && one.label !== null && predictedEmotion(one, beta) !== one.label,
    )!;
    const [truth, guess] = [misread.label!, predictedEmotion(misread, beta)].map((k) => labels.emotions[k]);
    const { page, errors } = await test.show([{ mimeType: viewMimeTypes["confusion-matrix"], payload }], {
      width: 1040,
    });
    const view = page.locator(".rich.view");
    await film(view, 1);

    await page.locator(`path[role=button][aria-label^="${truth}, taken for ${guess}"]`).click();
    await page.locator("button.clip").first().waitFor();
    await film(view, 2);

    await page.locator("button.clip", { hasText: misread.id }).click();
    const slider = page.getByRole("slider", { name: `Frame of ${misread.id}` });
    await slider.locator("image").first().waitFor();
    await page.mouse.move(0, 0);
    await film(view, 3);

    await slider.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
    assert.match((await slider.getAttribute("aria-valuetext"))!, /^frame \d+/);
    await film(view, 4);
    assert.deepEqual(errors, []);
  });
});
