import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { compile } from "vega-lite";
import { viewNames } from "../../kernel/contracts/views.js";
import { exampleOf, exampleOutput } from "./exampleViews.js";
import { withBrowser } from "./withBrowser.js";

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
  for (const view of viewNames) {
    it(`offers SVG, PNG, CSV and Vega-Lite of the ${view}`, async () => {
      const { table, picture } = (await exampleOf(view))!;
      const { page, errors } = await test.show([await exampleOutput(view)]);
      const svg = await exported(page, "SVG");
      assert.match(svg.name, /^[\p{L}\p{N}-]+\.svg$/u);
      const drawn = svg.bytes.toString();
      assert.match(drawn, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      assert.match(drawn, picture);
      const png = PNG.sync.read((await exported(page, "PNG")).bytes);
      const [width, height] = ["width", "height"].map((side) =>
        Number(new RegExp(`${side}="([\\d.]+)"`).exec(drawn)![1]),
      );
      assert.ok(Math.abs(png.width / png.height - width / height) < 0.02, "PNG and SVG are the same picture");
      assert.ok(png.width >= 500 && new Set(png.data).size > 20, "something is drawn");
      const csv = (await exported(page, "CSV")).bytes.toString().replace(/^\uFEFF/, "");
      assert.match(csv, table);
      const [first, ...rows] = csv.trim().split(/\r?\n/);
      assert.ok(rows.length >= 2 && rows[0].split(",").length >= first.split(",").length);
      const spec = JSON.parse((await exported(page, "Vega-Lite JSON")).bytes.toString()) as never;
      assert.ok(compile(spec).spec.marks!.length > 0);
      assert.deepEqual(errors, []);
    });
  }
});
