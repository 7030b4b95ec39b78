import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { exportHtml } from "../../../../kernel/notebook/html/exportHtml.js";
import { scriptNames } from "../../../../kernel/notebook/html/pageScripts.js";
import type { Notebook } from "../../../../kernel/notebook/notebookFile.js";
import { openPage, type WatchedPage } from "../../../media/browser.js";
import { confusionOutput } from "../../../media/examplePayloads.js";
import { withBrowser } from "../../../media/withBrowser.js";
import { codeCell, notebookOf } from "../cell.js";

const vegaLite = "application/vnd.vegalite.v5+json";
const plotly = "application/vnd.plotly.v1+json";
const bars = {
  data: { values: [{ emotion: "Sad", clips: 3 }] },
  mark: { type: "bar", tooltip: true },
  encoding: { x: { field: "emotion" }, y: { field: "clips", type: "quantitative" } },
};
const lines = { data: [{ x: [1, 2, 3], y: [3, 1, 2] }], layout: { title: { text: "Loss" }, hovermode: "x" } };
const still = { "text/plain": "a still form" };

function withOutputs(...bundles: Record<string, unknown>[]): Notebook {
  const outputs = bundles.map((data) => ({ output_type: "display_data" as const, data, metadata: {} }));
  return notebookOf({ ...codeCell("draw()"), outputs });
}

describe("figures of users' own cells in an HTML page", function () {
  this.timeout(60_000);
  const test = withBrowser();
  let folder: string;
  before(async () => (folder = await mkdtemp(path.join(tmpdir(), "aen-page-"))));
  after(async () => rm(folder, { recursive: true }));

  /** The exported page, without a network and under a policy that forbids eval. */
  async function open(notebook: Notebook): Promise<WatchedPage> {
    const file = path.join(folder, "page.html");
    await exportHtml(notebook, file);
    const policy =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:";
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    const watched = await openPage(test.browser(), { width: 800, theme: "light" });
    await watched.page.setContent((await readFile(file, "utf8")).replace("<head>", () => `<head>${meta}`));
    return watched;
  }

  it("are alive beside our own views, and nothing is fetched or evaluated", async () => {
    const own = confusionOutput(20, 0);
    const { page, errors, requests } = await open(
      withOutputs(
        { [vegaLite]: bars, ...still },
        { [plotly]: lines, ...still },
        { [own.mimeType]: own.payload, ...still },
      ),
    );
    await page.locator(".view svg .mark-rect path").first().waitFor();
    await page.locator(".view .js-plotly-plot .scatterlayer .point").first().waitFor();
    await page.locator("path[role=button]").first().waitFor();
    await page.locator(".js-plotly-plot .nsewdrag").hover();
    await page.locator(".hoverlayer text").first().waitFor();
    assert.equal(await page.locator(".still:visible").count(), 0);
    assert.deepEqual(errors, []);
    assert.deepEqual(requests, []);
    await page.close();
  });

  it("are drawn by the whole of plotly.js where its small bundle is not enough", async () => {
    const values = [1, 2, 3];
    const notebook = withOutputs({
      [plotly]: { data: [{ type: "parcats", dimensions: [{ values }, { values }] }] },
      ...still,
    });
    const { page, errors } = await open(notebook);
    await page.locator(".js-plotly-plot .parcats").first().waitFor();
    assert.deepEqual(errors, []);
    await page.close();
  });

  it("leave their still form where they cannot be drawn, and say why", async () => {
    const { page } = await open(withOutputs({ [plotly]: { data: "none" }, ...still }));
    await page.getByText("This figure cannot be drawn: it is not a Plotly figure").waitFor();
    assert.ok(await page.getByText("a still form").isVisible());
    await page.close();
  });

  it("bring only the scripts that they need", () => {
    const names = (...bundles: Record<string, unknown>[]) => [...scriptNames(withOutputs(...bundles))];
    assert.deepEqual(names(still), []);
    assert.deepEqual(names({ [vegaLite]: bars }), ["views"]);
    assert.deepEqual(names({ [plotly]: lines }), ["plotlyCartesian"]);
    assert.deepEqual(names({ [plotly]: lines }, { [plotly]: { data: [{ type: "surface" }] } }), ["plotly"]);
  });
});
