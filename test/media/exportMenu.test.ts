import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { compile } from "vega-lite";
import * as examples from "./examplePayloads.js";
import type { PageOutput } from "./viewPage.js";
import { withBrowser } from "./withBrowser.js";

/** Each view with the start of its table and words that its picture holds. */
const views: Readonly<Record<string, readonly [PageOutput, RegExp, RegExp]>> = {
  "confusion matrix": [examples.confusionOutput(), /^truth,Happy,Surprise/, /Disgust/],
  timeline: [examples.timelineOutput(), /^frame,truth,deviation,pseudo label,network/, /pseudo label/],
  "training board": [examples.trainingOutput(), /^epoch,UAR,WAR/, /Learning rate/],
  difference: [examples.differenceOutput(), /^truth,Happy,Surprise/, /\+59/],
  overview: [examples.overviewOutput(20), /^clip,label,network,frames/, /clip-0004/],
  "ablation board": [examples.ablationOutput(), /^arm,sentiment,emotion,transfer,energy,UAR/, /−16\.0/],
  "what-if": [examples.whatIfOutput(), /^truth,Happy,Surprise/, /sentiment 0\.6/],
};

async function exported(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.locator(".menu summary").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: format, exact: true }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

describe("the export menu of each view", function () {
  this.timeout(60_000);
  const test = withBrowser();
  for (const [view, [output, header, words]] of Object.entries(views)) {
    it(`${view}: SVG, PNG, CSV, Vega-Lite`, async () => {
      const { page, errors } = await test.show([output]);
      const svg = await exported(page, "SVG");
      assert.match(svg.name, /^[\p{L}\p{N}-]+\.svg$/u);
      const drawn = svg.bytes.toString();
      assert.match(drawn, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      assert.match(drawn, words);
      const png = PNG.sync.read((await exported(page, "PNG")).bytes);
      const [width, height] = ["width", "height"].map((side) =>
        Number(new RegExp(`${side}="([\\d.]+)"`).exec(drawn)![1]),
      );
      assert.ok(Math.abs(png.width / png.height - width / height) < 0.02, "PNG and SVG are the same picture");
      assert.ok(png.width >= 500 && new Set(png.data).size > 20, "something is drawn");
      const csv = (await exported(page, "CSV")).bytes.toString().replace(/^\uFEFF/, "");
      assert.match(csv, header);
      const [first, ...rows] = csv.trim().split(/\r?\n/);
      assert.ok(rows.length >= 5 && rows[0].split(",").length >= first.split(",").length);
      const spec = JSON.parse((await exported(page, "Vega-Lite JSON")).bytes.toString()) as never;
      assert.ok(compile(spec).spec.marks!.length > 0);
      assert.deepEqual(errors, []);
    });
  }
});
