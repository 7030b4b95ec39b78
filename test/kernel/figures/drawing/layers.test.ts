import assert from "node:assert/strict";
import {
  cssColor,
  type Datasets,
  type Layer,
  lines,
  pictures,
  rectangles,
  texts,
} from "../../../../kernel/figures/drawing/layers.js";
import { pictureSpec } from "../../../../kernel/figures/drawing/picture.js";
import { renderSvg } from "../../../../kernel/figures/drawing/svg.js";
import { lightTheme } from "../../../../kernel/figures/theme.js";

const svgOf = (layer: Layer, datasets: Datasets) =>
  renderSvg(pictureSpec({ width: 100, height: 80, layers: [layer], datasets, description: "" }, lightTheme));

describe("the layers of a picture", () => {
  it("draw rectangles from corner to corner, in pixels and in their own colour", async () => {
    const data = [{ x: 10, x2: 30, y: 20, y2: 50, fill: "#123456" }];
    const svg = await svgOf(rectangles("boxes"), { boxes: data });
    assert.match(svg, /<rect x="10" y="20" width="20" height="30" fill="#123456"\/>/);
  });

  it("draw lines from end to end", async () => {
    const svg = await svgOf(lines("edges"), { edges: [{ x: 5, x2: 25, y: 40, y2: 10 }] });
    assert.match(svg, /transform="translate\(5,40\)"[^>]* x2="20" y2="-30"/);
  });

  it("write texts where they belong, hidden from screen readers unless told otherwise", async () => {
    const data = { names: [{ x: 12, y: 34, text: "Sad & <sorry>" }] };
    const svg = await svgOf(texts("names"), data);
    assert.match(svg, /x="12" y="3\d(\.\d+)?"[^>]*>Sad &amp; &lt;sorry&gt;</);
    assert.match(svg, /aria-hidden="true"[^>]*>\s*<text/);
    assert.doesNotMatch(
      await svgOf(texts("names", { mark: { aria: true } }), data),
      /aria-hidden="true"[^>]*>\s*<text/,
    );
  });

  it("put pictures with their top left corner at their place", async () => {
    const url = "data:image/png;base64,AAAA";
    const svg = await svgOf(pictures("faces", 24, 16), { faces: [{ x: 7, y: 9, url }] });
    const [image] = /<image [^>]*>/.exec(svg)!;
    assert.match(image, /width="24" height="16"/);
    assert.match(image, /translate\(7, ?9\)/);
    assert.ok(image.includes(url));
  });

  it("are found by name, where they have one", () => {
    for (const make of [rectangles, lines, texts]) {
      assert.equal(make("data", { name: "cell" }).name, "cell");
      assert.equal("name" in make("data"), false);
    }
    assert.equal(pictures("data", 1, 1, { name: "face" }).name, "face");
  });

  it("take more of marks and encodings, and change nothing else", () => {
    const { mark, encoding } = rectangles("boxes", {
      mark: { cornerRadius: 3 },
      encoding: { stroke: cssColor("edge") },
    }) as Record<string, Record<string, unknown>>;
    assert.deepEqual(mark, { type: "rect", cornerRadius: 3 });
    assert.deepEqual(Object.keys(encoding), ["x", "x2", "y", "y2", "fill", "stroke"]);
    assert.deepEqual(encoding.stroke, { field: "edge", type: "nominal", scale: null, legend: null });
  });
});
