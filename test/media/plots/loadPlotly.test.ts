import assert from "node:assert/strict";
import { plotlyMimeType } from "../../../kernel/contracts/plotMimeTypes.js";
import { openPage } from "../browser.js";
import { render } from "../inWebView.js";
import { serveRenderers } from "../server.js";
import { withBrowser } from "../withBrowser.js";

describe("plotly.js in a web view", function () {
  this.timeout(60_000);
  const test = withBrowser();
  let server: Awaited<ReturnType<typeof serveRenderers>>;
  before(async () => (server = await serveRenderers()));
  after(() => server.close());

  it("is loaded with the first figure, the small bundle where that can draw it, the whole one where not", async () => {
    const { page, requests, errors } = await openPage(test.browser(), { width: 800, theme: "light" });
    try {
      await page.goto(server.url);
      const loaded = () => requests.splice(0).flatMap((url) => /plotly-\w+/.exec(url)?.[0] ?? []);
      const draw = (id: string, ...data: object[]) =>
        render(page, "/plotly.renderer.js", plotlyMimeType, { data }, id);
      await draw("bars", { type: "bar", y: [1, 2] });
      assert.deepEqual(loaded(), ["plotly-cartesian"]);
      await draw("more", { y: [1, 2] });
      assert.deepEqual(loaded(), []);
      await draw(
        "sunburst",
        { type: "sunburst", labels: ["a", "b"], parents: ["", "a"] },
        { type: "bar", y: [1] },
      );
      assert.deepEqual(loaded(), ["plotly-strict"]);
      assert.equal(await page.locator("#sunburst .sunburstlayer path.surface").count(), 2);
      assert.deepEqual(errors, []);
    } finally {
      await page.close();
    }
  });
});
