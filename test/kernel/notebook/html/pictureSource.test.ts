import assert from "node:assert/strict";
import { pictureSource } from "../../../../kernel/notebook/html/pictureSource.js";

describe("the source of a picture that a notebook holds", () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const base64 = Buffer.from(svg).toString("base64");

  it("is SVG in either form, as text or as base64", () => {
    for (const held of [svg, base64, `${base64.slice(0, 9)}\n${base64.slice(9)}`])
      assert.equal(pictureSource("image/svg+xml", held), `data:image/svg+xml;base64,${base64}`);
  });

  it("is none for what is not base64, or no picture", () => {
    assert.equal(pictureSource("image/png", '"onerror="x'), undefined);
    assert.equal(pictureSource("text/html", "PGI+"), undefined);
    assert.equal(pictureSource("image/png", "iVBO\nRw=="), "data:image/png;base64,iVBORw==");
  });
});
