import assert from "node:assert/strict";
import type { Request } from "playwright-core";
import { PNG } from "pngjs";
import type * as vegaRuntime from "../../../media/drawing/vegaRuntime.js";
import { modulePage } from "../modulePage.js";

const vega = "https://vega.github.io/schema/vega/v6.json";
const square = (fill: string, more: object = {}) => ({
  type: "rect",
  encode: { enter: { width: { value: 20 }, height: { value: 10 }, fill: { value: fill }, ...more } },
});

describe("Vega in a view", () => {
  const test = modulePage();
  const inPage = test.loading<typeof vegaRuntime>("drawing/vegaRuntime");
  const svgOf = (spec: object) => inPage(({ svgOf }, given) => svgOf(given), spec);

  it("draws Vega as it is, and Vega-Lite once it is compiled", async () => {
    const drawn = await svgOf({ $schema: vega, width: 20, height: 10, marks: [square("red")] });
    assert.match(drawn, /<path[^>]* d="M0,0h20v10h-20Z" fill="red"/);
    const bars = { data: { values: [{ a: 1 }, { a: 2 }] }, mark: "bar", encoding: { x: { field: "a" } } };
    assert.equal((await svgOf(bars)).match(/aria-roledescription="bar"/g)?.length, 2);
  });

  it("evaluates expressions under a policy that forbids eval", async () => {
    await test.page.goto(`${test.url}strict`);
    const wide = square("red", { width: { signal: "4 * 5 + 1" } });
    const drawn = await svgOf({ $schema: vega, width: 30, height: 10, marks: [wide] });
    assert.match(drawn, /M0,0h21v10h-21Z/);
  });

  it("loads nothing: a specification with an address is refused with what to do", async () => {
    const requests: string[] = [];
    const note = (request: Request) => requests.push(request.url());
    test.page.on("request", note);
    const spec = { $schema: vega, data: [{ name: "d", url: "https://example.org/x.json" }], marks: [] };
    const refused = await inPage(async ({ createView, place }, given) => {
      const messages: string[] = [];
      const view = await createView(given, place(), (message) => messages.push(message));
      await view.runAsync();
      return messages;
    }, spec);
    test.page.off("request", note);
    assert.equal(refused.length, 1);
    assert.match(
      refused[0],
      /^Views load nothing from outside .*\. Include the data of https:\/\/example\.org\/x\.json in the output/,
    );
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(test.url)),
      [],
    );
  });

  it("shows pictures that are in the page, and none from elsewhere", async () => {
    const image = (url: string) => ({
      type: "image",
      encode: { enter: { url: { value: url }, width: { value: 9 }, height: { value: 9 } } },
    });
    const inside = `data:image/png;base64,${PNG.sync.write(new PNG({ width: 1, height: 1 })).toString("base64")}`;
    const marks = [inside, "https://example.org/x.png", "data:text/html;base64,AAAA"].map(image);
    const drawn = await svgOf({ $schema: vega, width: 9, height: 9, marks });
    const shown = [...drawn.matchAll(/href="([^"]*)"/g)].map(([, href]) => href).filter(Boolean);
    assert.deepEqual(shown, [inside]);
  });

  it("exports a PNG with two pixels for each of the page", async () => {
    const spec = {
      $schema: vega,
      width: 20,
      height: 10,
      padding: 0,
      background: "#00ff00",
      marks: [square("#ff0000", { width: { value: 10 } })],
    };
    const bytes = await inPage(async ({ pngOf }, given) => {
      const blob = await pngOf(given);
      return [...new Uint8Array(await blob.arrayBuffer())];
    }, spec);
    const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
    assert.deepEqual([width, height], [40, 20]);
    const at = (x: number, y: number) => [...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3)];
    assert.deepEqual(
      [at(5, 5), at(30, 15)],
      [
        [255, 0, 0],
        [0, 255, 0],
      ],
    );
  });
});
