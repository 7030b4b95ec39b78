import assert from "node:assert/strict";
import { reliabilityLayout } from "../../../../kernel/figures/calibration/reliabilityLayout.js";

describe("the layout of reliability diagrams", () => {
  it("keeps one or two beside each other within the width, on common lines", () => {
    for (const width of [320, 560, 800])
      for (const count of [1, 2]) {
        const { width: all, height, panels } = reliabilityLayout(count, width);
        assert.ok(all <= width && panels.length === count);
        for (const { left, width, floor, strip, top, height: plot } of panels) {
          assert.ok(left >= 40 && left + width < all && width > 100);
          assert.ok(top + plot < floor - strip && floor < height);
        }
        if (count === 2) assert.ok(panels[0].left + panels[0].width < panels[1].left);
      }
  });

  it("grows no wider than is readable", () => {
    assert.equal(reliabilityLayout(1, 3000).width, reliabilityLayout(1, 800).width);
  });
});
