import assert from "node:assert/strict";
import { closedFigure, fetchingStyle } from "../../../media/plots/closedFigure.js";

const elsewhere = "https://example.org/a.png";
const inside = "data:image/png;base64,AAAA";

describe("a figure that fetches nothing", () => {
  it("keeps all that is in it", () => {
    const figure = {
      data: [
        { type: "sankey", link: { source: [0, 1] } },
        { type: "image", source: inside },
        { type: "heatmap" },
      ],
      layout: {
        title: { text: "a <b style='color:red'>b</b>" },
        template: { layout: { geo: {} }, data: { choropleth: [{ type: "choropleth" }] } },
      },
    };
    assert.deepEqual(closedFigure(figure), { figure, missing: [] });
  });

  it("leaves out pictures from elsewhere wherever they stand, and names each once", () => {
    const picture = { source: elsewhere, x: 1 };
    const { figure, missing } = closedFigure({
      data: [{ type: "image", source: elsewhere }],
      layout: { images: [picture], template: { layout: { imagedefaults: picture } } },
      frames: [{ layout: { images: [{ source: "//other.example/b" }] } }],
      buttons: [{ args: [{ "images[0].source": elsewhere }] }],
      config: { topojsonURL: "https://example.org/" },
    });
    assert.deepEqual(missing, [elsewhere, "//other.example/b"]);
    assert.doesNotMatch(JSON.stringify(figure), /example/);
    assert.equal(figure.layout.images[0].x, 1);
  });

  for (const type of ["scattergeo", "choropleth", "scattermapbox", "densitymap", "choroplethmap"]) {
    it(`is refused where it is a map: ${type}`, () => {
      assert.throws(
        () => closedFigure({ data: [{ type }] }),
        /it is a map, whose outlines plotly\.js would fetch/,
      );
    });
  }

  it("is refused where its layout or a frame has a map", () => {
    assert.throws(() => closedFigure({ data: [], layout: { mapbox2: {} } }), /it is a map/);
    assert.throws(
      () => closedFigure({ data: [], frames: [{ data: [{ type: "scattergeo" }] }] }),
      /it is a map/,
    );
  });

  it("loses styles of its text that fetch", () => {
    const { figure } = closedFigure({ text: '<span style="cursor:u\\72l(//x)">a</span>' });
    assert.equal(figure.text, '<span data-style="cursor:u\\72l(//x)">a</span>');
  });
});

describe("a style that fetches in a Vega specification", () => {
  it("is named by its first characters", () => {
    assert.equal(
      fetchingStyle({ marks: [{ fill: { value: "URL( 'https://x/a#b')" } }] }),
      "URL('https://x/a#b')",
    );
  });

  it("is found however it is written", () => {
    for (const text of [
      "u\\72l(//x)",
      "\\000075 rl(//x)",
      "u\\rl(//x)",
      "image-set('//x' 1x)",
      "url (\n//x)",
    ])
      assert.ok(fetchingStyle({ cursor: text }), text);
  });

  it("is none where it stays in the page, or where there is no style", () => {
    assert.equal(fetchingStyle({ fill: "url(#a)", n: 1, u: "https://x", none: null }), undefined);
  });
});
