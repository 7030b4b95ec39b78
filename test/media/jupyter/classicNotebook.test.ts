import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { skipBecause } from "../../skipBecause.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { openPage } from "../browser.js";
import { differenceFromReference } from "../referencePictures.js";
import { withBrowser } from "../withBrowser.js";
import { ClassicServer, hasClassicNotebook } from "./classicServer.js";
import { viewsNotebook } from "./viewsNotebook.js";

describe("a notebook with views in Debian's classic notebook", function () {
  this.timeout(180_000);
  const test = withBrowser();
  const server = new ClassicServer(temporaryFolder());
  let url: string;
  let page: Page;
  let complaints: string[];

  before(async function () {
    if (!hasClassicNotebook()) skipBecause(this, "no classic notebook: apt-get install jupyter-notebook");
    execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
    const notebook = await viewsNotebook();
    for (const name of ["trusted.ipynb", "from-elsewhere.ipynb"]) {
      const metadata = { ...notebook.metadata, title: name };
      const cells = notebook.cells.map((cell) => ({ ...cell, metadata: { written: name } }));
      writeFileSync(path.join(server.folder, name), JSON.stringify({ ...notebook, cells, metadata }));
    }
    server.trust("trusted.ipynb");
    url = await server.start();
  });
  after(() => server.stop());
  beforeEach(async () => {
    const watched = await openPage(test.browser(), { width: 1200, theme: "light" });
    ({ page, errors: complaints } = watched);
  });
  afterEach(() => page.close());

  async function open(name: string): Promise<void> {
    await page.goto(`${url}notebooks/${name}?token=${server.token}`);
    await page.waitForFunction(() => document.querySelectorAll(".output_subarea").length === 3);
  }

  it("shows each view as a picture that is as wide as it was drawn and lies within its output", async () => {
    await open("trusted.ipynb");
    const outputs = await page.locator(".output_subarea").evaluateAll((areas) =>
      areas.map((area) => {
        const svg = area.querySelector("svg");
        const [outer, inner] = [area.getBoundingClientRect(), svg?.getBoundingClientRect()];
        return {
          drawn: Number(svg?.getAttribute("width")),
          width: inner?.width ?? 0,
          height: inner?.height ?? 0,
          inside: inner !== undefined && inner.right <= outer.right && inner.bottom <= outer.bottom + 1,
          text: svg?.textContent ?? "",
        };
      }),
    );
    for (const { drawn, width, height, inside } of outputs) {
      assert.equal(Math.round(width), drawn);
      assert.ok(width > 500 && height > 400, `${width} x ${height}`);
      assert.ok(inside);
    }
    assert.match(outputs[0].text, /Validation.*learning rate/s);
    assert.match(outputs[1].text, /Emotions: UAR/);
    assert.match(outputs[2].text, /Frames of clip-0001/);
    assert.equal(await page.locator(".output_error, .output_stderr, .modal.in").count(), 0);
  });

  it("looks as it did when somebody looked at it", async () => {
    await open("trusted.ipynb");
    const wrong: string[] = [];
    for (const [i, name] of ["training-board", "confusion-matrix", "frame-timeline"].entries()) {
      const shot = await page.locator(".output_area").nth(i).screenshot({ animations: "disabled" });
      wrong.push(...(await differenceFromReference(`classic-notebook-${name}.png`, shot)));
    }
    assert.deepEqual(wrong, []);
  });

  it("shows the text of each view where the notebook is not trusted, since it then ignores SVG", async () => {
    await open("from-elsewhere.ipynb");
    const texts = await page.locator(".output_subarea pre").allInnerTexts();
    assert.match(texts[0], /epoch +8 +UAR 58\.0 % +WAR 64\.5 % +best/);
    assert.match(texts[1], /^Happy .* %$/m);
    assert.match(texts[2], /^pseudo label( +\S+){16}$/m);
    assert.equal(await page.locator(".output_subarea svg").count(), 0);
  });

  it("colours TypeScript, runs it in our kernel and shows the result", async () => {
    await open("trusted.ipynb");
    await page.locator(".cm-type", { hasText: "number" }).first().waitFor();
    await page.waitForFunction(() => document.querySelector("#kernel_indicator_icon.kernel_idle_icon"));
    const cell = page.locator(".code_cell").first();
    await cell.locator(".CodeMirror").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("const six: number = 6;\nsix * 7");
    await page.keyboard.press("Control+Enter");
    await cell.locator(".output_subarea pre", { hasText: /^42$/ }).waitFor();
    const ours = complaints.filter((words) => !/404|widgets.*extension\.js/.test(words));
    assert.deepEqual(ours, []);
  });
});
