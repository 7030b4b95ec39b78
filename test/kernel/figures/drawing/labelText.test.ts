import assert from "node:assert/strict";
import { fitText, initials, points, trueMinus } from "../../../../kernel/figures/drawing/labelText.js";

describe("names and numbers in drawings", () => {
  it("writes numbers below zero with a minus, and leaves hyphens within words and between numbers", () => {
    assert.equal(
      trueMinus("lower UAR: -16.0 points, 95 % interval -20.0 to -12.0 (-1), -3 of x-1, 2020-11-24, r2-d2"),
      "lower UAR: −16.0 points, 95 % interval −20.0 to −12.0 (−1), −3 of x-1, 2020-11-24, r2-d2",
    );
    assert.deepEqual(
      [points(-0.123), points(0.05, 1), points(-0.001), points(NaN)],
      ["−12", "+5.0", "0", "–"],
    );
  });

  it("shortens names to what fits and tells them apart by their first letters", () => {
    assert.equal(fitText("Surprise", 500), "Surprise");
    assert.match(fitText("Surprise and more", 40), /^Sur.*…$/);
    assert.deepEqual(initials(["Sad", "Surprise", "Disgust"]), ["Sa", "Su", "D"]);
  });
});
