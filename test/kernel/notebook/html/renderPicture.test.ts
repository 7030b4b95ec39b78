import assert from "node:assert/strict";
import { renderPicture } from "../../../../kernel/notebook/html/renderPicture.js";

describe("an output's picture", () => {
  it("is its base64 without white space, a drawing before a photograph", () => {
    const data = { "image/png": ["iVBO\n", "Rw==\n"], "text/plain": '"face"' };
    assert.equal(renderPicture(data), '<img alt="&quot;face&quot;" src="data:image/png;base64,iVBORw==">');
    assert.match(renderPicture({ ...data, "image/svg+xml": "<svg/>" })!, /svg\+xml;base64,PHN2Zy8\+"/);
    assert.equal(renderPicture({ "text/plain": "x" }), undefined);
  });

  for (const wrong of [`x" onerror="hit()`, "AA=A", { a: "AAAA" }, ["AAAA", '"']]) {
    it(`is refused where it is not base64: ${JSON.stringify(wrong)}`, () => {
      const note = renderPicture({ "image/jpeg": wrong })!;
      assert.equal(
        note,
        '<p class="missing" role="note">The picture (image/jpeg) is damaged: it is not base64. Run its cell again.</p>',
      );
    });
  }
});
