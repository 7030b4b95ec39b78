import assert from "node:assert/strict";
import { compile, type TopLevelSpec } from "vega-lite";
import type { VegaLiteSpec } from "../../../../kernel/figures/drawing/layers.js";
import { forExport, pictureSpec, standAlone } from "../../../../kernel/figures/drawing/picture.js";
import { renderSvg } from "../../../../kernel/figures/drawing/svg.js";
import { lightTheme } from "../../../../kernel/figures/theme.js";

const bars: VegaLiteSpec = {
  datasets: { counts: [{ emotion: "Sad", clips: 3 }] },
  data: { name: "counts" },
  mark: "bar",
  encoding: { x: { field: "clips", type: "quantitative" }, y: { field: "emotion", type: "nominal" } },
};

describe("a drawing that is exported", () => {
  for (const [what, size] of [
    ["no size", {}],
    ["a width", { width: 300 }],
    ["width and height", { width: 300, height: 80 }],
  ] as const) {
    it(`is its chart with a title where it is a chart of ${what}`, async () => {
      const spec = forExport({ ...bars, ...size }, "Clips of each emotion", ["a caption"], lightTheme);
      assert.ok(compile(spec as unknown as TopLevelSpec).spec.marks!.length > 0);
      const svg = await renderSvg(spec);
      for (const words of ["Clips of each emotion", "Sad"]) assert.ok(svg.includes(words), words);
    });
  }

  it("stands alone with title and captions where it is a picture that is laid out in pixels", async () => {
    const parts = { width: 300, height: 80, layers: [], datasets: {}, description: "Nothing" };
    const spec = forExport(pictureSpec(parts, lightTheme), "A title", ["a caption"], lightTheme);
    const svg = await renderSvg(spec);
    for (const words of ["A title", "a caption"]) assert.ok(svg.includes(words), words);
  });
});

interface Drawn {
  readonly padding: { readonly left: number; readonly right: number };
  readonly datasets: { readonly captions: readonly { readonly text: string }[] };
}

function drawn(width: number, caption: string): { captions: string[]; width: number } {
  const parts = { width, height: 40, layers: [], datasets: {}, description: "" };
  const { padding, datasets } = standAlone(
    pictureSpec(parts, lightTheme),
    "Title",
    [caption],
    lightTheme,
  ) as unknown as Drawn;
  return {
    captions: datasets.captions.map(({ text }) => text),
    width: padding.left + width + padding.right,
  };
}

describe("a picture that stands alone", () => {
  it("is made as wide as a sentence below it needs", () => {
    const caption = "Colour: pseudo label. Underlined: the frame deviates from the clip's label.";
    const { captions, width } = drawn(100, caption);
    assert.deepEqual(captions, [caption]);
    assert.ok(width > 400 && width < 600, `${width}`);
  });

  it("is no wider than it was drawn where the captions are short or it is wide", () => {
    assert.equal(drawn(700, "word ".repeat(20)).width, 728);
    assert.equal(drawn(300, "short").width, 328);
  });

  it("cuts what is longer than a line can be", () => {
    const { captions, width } = drawn(100, "word ".repeat(60));
    assert.match(captions[0], /…$/);
    assert.equal(width, 588);
  });
});
