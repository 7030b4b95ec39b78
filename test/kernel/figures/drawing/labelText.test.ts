import assert from "node:assert/strict";
import {
  fitNames,
  fitText,
  initials,
  points,
  shortFigure,
  trueMinus,
} from "../../../../kernel/figures/drawing/labelText.js";

describe("names and numbers in drawings", () => {
  it("keeps different names different where they are cut, however alike they begin", () => {
    const names = ["sentiment.level of frames", "sentiment.level of clips", "energy", "energy"];
    for (const width of [60, 100, 140]) {
      const [first, second, third, fourth] = fitNames(names, width);
      assert.notEqual(first, second, `${width} px`);
      assert.deepEqual([third, fourth], ["energy", "energy"], "equal names stay equal");
    }
    assert.deepEqual(fitNames(names, 400), names);
    const [long, short] = fitNames(["a very long name", "a very long name that goes on"], 70);
    assert.notEqual(long, short);
    assert.match(fitNames(["clip-0001", "clip-0002"], [40, 40])[1], /…\S*2$/);
  });

  it("writes numbers with three digits, large and tiny ones shortened", () => {
    assert.deepEqual([0, 0.193, -1, 9999, 19_300, 0.00005, -3.21e-8].map(shortFigure), [
      "0",
      "0.193",
      "-1.00",
      "9999",
      "19k",
      "5·10⁻⁵",
      "-3.21·10⁻⁸",
    ]);
  });

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
