import assert from "node:assert/strict";
import { colorScale } from "../../../../kernel/figures/drawing/colorScale.js";

describe("a scale of colours", () => {
  const scale = colorScale(["#ff0000", "#00ff00", "#0000ff"]);

  it("has its stops at even distances", () => {
    assert.deepEqual([0, 0.5, 1].map(scale), ["rgb(255, 0, 0)", "rgb(0, 255, 0)", "rgb(0, 0, 255)"]);
  });

  it("ends at its ends, and takes what is no number for 0", () => {
    assert.deepEqual([-3, 7].map(scale), [scale(0), scale(1)]);
    for (const none of [NaN, Infinity, -Infinity]) assert.equal(scale(none), scale(0));
  });

  it("mixes in CIELAB: half-way from black to white is the grey of lightness 50", () => {
    // L* = 50 is a luminance of 0.1842, which sRGB writes as 119, not 128
    assert.equal(colorScale(["#000000", "#ffffff"])(0.5), "rgb(119, 119, 119)");
  });
});
