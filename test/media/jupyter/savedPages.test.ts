import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { exportHtml } from "../../../kernel/notebook/html/exportHtml.js";
import { skipBecause } from "../../skipBecause.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { openPage } from "../browser.js";
import { differenceFromReference } from "../referencePictures.js";
import { withBrowser } from "../withBrowser.js";
import { viewsNotebook } from "./viewsNotebook.js";

const views = ["training-board", "confusion-matrix", "frame-timeline"];

/** How far a page, or a drawing in it, could be scrolled sideways, in pixels. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const inside = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => [
      ...(shadowRoot?.querySelectorAll(".drawing") ?? []),
    ]);
    const all = [document.documentElement, ...inside];
    return Math.max(...all.map((one) => one.scrollWidth - one.clientWidth));
  });
}

describe("a saved notebook with views as a page", function () {
  this.timeout(120_000);
  const test = withBrowser();
  const folder = temporaryFolder();
  const file = path.join(folder, "views.ipynb");
  before(async () => writeFileSync(file, JSON.stringify(await viewsNotebook())));

  describe("of nbconvert", () => {
    before(function () {
      if (!existsSync("/usr/bin/jupyter-nbconvert"))
        skipBecause(this, "no nbconvert: apt-get install jupyter-nbconvert");
      execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
      const install = ["dist/kernel/cli.js", "jupyter", "install", "--prefix", folder];
      execFileSync(process.execPath, install, { stdio: "pipe" });
      execFileSync(
        "/usr/bin/python3",
        ["/usr/bin/jupyter-nbconvert", "--to", "html", "--template", "aen", file],
        { stdio: "pipe", env: { ...process.env, JUPYTER_PATH: path.join(folder, "share", "jupyter") } },
      );
    });

    it("shows each view as a picture as wide as it was drawn, without scripts from elsewhere", async () => {
      const { page } = await openPage(test.browser(), { width: 1100, theme: "light" });
      try {
        await page.route(/^https?:/, (route) => route.abort());
        await page.goto(pathToFileURL(path.join(folder, "views.html")).href);
        const pictures = page.locator(".jp-RenderedImage img");
        assert.equal(await pictures.count(), 3);
        assert.equal(await sideways(page), 0);
        const wrong: string[] = [];
        for (const [i, view] of views.entries()) {
          const { drawn, width, height } = await pictures.nth(i).evaluate(async (picture) => {
            const image = picture as HTMLImageElement;
            await image.decode();
            return { drawn: image.naturalWidth, width: image.width, height: image.height };
          });
          assert.equal(width, drawn, view);
          assert.ok(width > 500 && height > 400, `${view}: ${width} x ${height}`);
          const style = "#MathJax_Message { display: none !important }";
          const shot = await page.locator(".jp-OutputArea-output").nth(i).screenshot({ style });
          wrong.push(...(await differenceFromReference(`nbconvert-${view}.png`, shot)));
        }
        assert.deepEqual(wrong, []);
      } finally {
        await page.close();
      }
    });
  });

  describe("of `aen run --html`", () => {
    const html = path.join(folder, "ours.html");
    before(async () => exportHtml(await viewsNotebook(), html));

    for (const width of [320, 800, 1100, 1600]) {
      it(`is alive and does not scroll sideways at ${width} px`, async () => {
        const { page, errors } = await openPage(test.browser(), { width, theme: "light" });
        try {
          await page.goto(pathToFileURL(html).href);
          await page.locator("path[role=button]").first().waitFor();
          await page.getByRole("slider", { name: /^Frame of/ }).waitFor();
          await page.locator(".drawing svg").nth(2).waitFor();
          assert.equal(await page.locator(".still:visible").count(), 0);
          // The timeline may be wider than a telephone: its frames scroll in a place of their own.
          if (width > 700) assert.equal(await sideways(page), 0);
          const whole = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(whole <= 0, `the page is ${whole} px too wide`);
          assert.deepEqual(errors, []);
          if (width !== 1100) return;
          const shot = await page.screenshot({ fullPage: true, animations: "disabled" });
          assert.deepEqual(await differenceFromReference("html-page-1100.png", shot), []);
        } finally {
          await page.close();
        }
      });
    }
  });
});
