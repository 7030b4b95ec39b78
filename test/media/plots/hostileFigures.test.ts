import assert from "node:assert/strict";
import { plotlyMimeType } from "../../../kernel/contracts/plotMimeTypes.js";
import { hostileFigures } from "../../kernel/notebook/html/hostile/hostileFigures.js";
import { listen, type Listener } from "../../kernel/notebook/html/hostile/listener.js";
import { openPage } from "../browser.js";
import { render } from "../inWebView.js";
import { serveRenderers } from "../server.js";
import { withBrowser } from "../withBrowser.js";

describe("figures that somebody else wrote, in a web view that lets everything through", function () {
  this.timeout(60_000);
  const test = withBrowser();
  let listener: Listener;
  let server: Awaited<ReturnType<typeof serveRenderers>>;
  before(async () => {
    listener = await listen();
    server = await serveRenderers();
  });
  after(() => {
    listener?.close();
    server?.close();
  });

  for (const mimeType of [plotlyMimeType, "application/vnd.vega.v6+json"]) {
    it(`run no script and ask for nothing: ${mimeType}`, async () => {
      const { page, requests } = await openPage(test.browser(), { width: 800, theme: "light" });
      const scripts: string[] = [];
      await page.exposeBinding("hit", () => void scripts.push("a script ran"));
      await page.goto(server.url);
      const entry = mimeType === plotlyMimeType ? "/plotly.renderer.js" : "/vega.renderer.js";
      const figures = hostileFigures(listener.address).filter((one) => one.mimeType === mimeType);
      assert.ok(figures.length >= 8);
      for (const [at, { spec }] of figures.entries()) await render(page, entry, mimeType, spec, `f${at}`);
      for (const drawing of await page.locator("div > svg").all()) await drawing.dispatchEvent("mousemove");
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      assert.deepEqual(listener.calls(), []);
      assert.deepEqual(scripts, []);
      assert.deepEqual(
        requests.filter((url) => !/^(blob:|data:)/.test(url) && !url.startsWith(server.url)),
        [],
      );
      await page.close();
    });
  }
});
