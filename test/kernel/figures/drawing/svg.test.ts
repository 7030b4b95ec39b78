import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pictures, type VegaLiteSpec } from "../../../../kernel/figures/drawing/layers.js";
import { pictureSpec } from "../../../../kernel/figures/drawing/picture.js";
import { renderSvg } from "../../../../kernel/figures/drawing/svg.js";
import { lightTheme } from "../../../../kernel/figures/theme.js";

const chart: VegaLiteSpec = {
  datasets: { counts: [{ emotion: "Sad", clips: 3 }] },
  data: { name: "counts" },
  mark: "bar",
  encoding: { x: { field: "clips", type: "quantitative" }, y: { field: "emotion", type: "nominal" } },
};
const picture = (url: string) =>
  pictureSpec(
    {
      ...{ width: 100, height: 80, description: "" },
      layers: [pictures("faces", 24, 24)],
      datasets: { faces: [{ x: 0, y: 0, url }] },
    },
    lightTheme,
  );

describe("a drawing as SVG", () => {
  it("has the size of its picture", async () => {
    const svg = await renderSvg(picture("data:image/png;base64,AAAA"));
    assert.match(svg, /^<svg [^>]*width="100" height="80"/);
  });

  it("is drawn from a chart with scales and axes as well", async () => {
    const svg = await renderSvg(chart);
    assert.match(svg, />Sad</);
    assert.match(svg, />clips</);
  });

  it("names a font that all its texts share once", async () => {
    const svg = await renderSvg(chart);
    assert.equal(svg.match(/font-family/g)!.length, 1);
    assert.match(svg, /^<svg font-family="/);
  });

  it("keeps what readers of the screen are told of its marks", async () => {
    const svg = await renderSvg({ ...chart, description: "Clips by emotion" });
    assert.match(svg, /aria-label="clips: 3; emotion: Sad"/);
    assert.doesNotMatch(svg, /aria-roledescription|graphics-symbol/);
  });

  it("fetches nothing, wherever its pictures lie", async () => {
    let asked = 0;
    const server = createServer((_request, response) => void ((asked += 1), response.end()));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/face.png`;
    try {
      assert.ok((await renderSvg(picture(url))).includes(url));
      assert.equal(asked, 0);
    } finally {
      server.close();
    }
  });

  it("is refused for what cannot be drawn", async () => {
    await assert.rejects(renderSvg({ datasets: {}, mark: "no such mark" }));
  });
});
