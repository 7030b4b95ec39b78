import assert from "node:assert/strict";
import { withRects } from "../../../../kernel/figures/drawing/svgRects.js";

describe("a rectangle in an SVG", () => {
  it("is one in place of its path, with its corners and other attributes", () => {
    const round =
      "M87.8,41L195.8,41C198,41,199.8,42.7,199.8,45L199.8,153C199.8,155.2,198,157,195.8,157L87.8,157" +
      "C85.6,157,83.8,155.2,83.8,153L83.8,45C83.8,42.7,85.6,41,87.8,41Z";
    assert.equal(
      withRects(`<path aria-label="Happy" d="${round}" fill="#f0f2f5"/>`),
      '<rect aria-label="Happy" x="83.8" y="41" width="116" height="116" rx="4" fill="#f0f2f5"/>',
    );
    assert.equal(withRects('<path d="M0,1.5h720v336h-720Z"/>'), '<rect y="1.5" width="720" height="336"/>');
  });

  it("stays a path where its corners differ, and so do other paths", () => {
    const uneven = "M4,0L10,0C10,0,10,0,10,0L10,10C10,10,10,10,10,10L4,10C2,10,0,8,0,6L0,4C0,2,2,0,4,0Z";
    for (const d of [uneven, "M0,0h5v5h-6Z", "M0,0L5,5", "M0,0h5v5h-5"])
      assert.equal(withRects(`<path d="${d}"/>`), `<path d="${d}"/>`);
  });
});
