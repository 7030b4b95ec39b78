import assert from "node:assert/strict";
import { darkTheme, highContrastTheme, lightTheme } from "../../../../kernel/figures/theme.js";
import { termColors } from "../../../../kernel/figures/trainingBoard/termColors.js";

describe("the colours of stacked terms", () => {
  it("are those of the paper: high contrast may be light or dark", () => {
    assert.deepEqual(termColors(9, highContrastTheme), termColors(9, darkTheme));
    assert.deepEqual(termColors(9, { ...highContrastTheme, paper: "#ffffff" }), termColors(9, lightTheme));
  });

  it("begin again after nine", () => {
    const colors = termColors(10, lightTheme);
    assert.equal(new Set(colors).size, 9);
    assert.equal(colors[9], colors[0]);
  });
});
