import "../standIn/register.js";
import assert from "node:assert/strict";
import type { NumberDetails } from "../../../kernel/contracts/variableDetails.js";
const { variablePage } = await import("../../../extension/variables/variablePage.js");

const numbers: NumberDetails = {
  ...{ kind: "numbers", type: "Tensor float32", shape: [2, 2, 3], count: 12 },
  ...{ notANumber: 1, infinite: 0, zeros: 2, histogram: [4, 0, 2], index: [0] },
  figures: { least: -1.5, most: 2, mean: 0.25, deviation: 1 },
  slice: [
    [-1.5, 0],
    [null, 2],
  ],
};

describe("the page of a variable", () => {
  it("has the statistics, the histogram and a slice of numbers", () => {
    const page = variablePage("batch", numbers, "n");
    for (const text of [
      "Tensor float32 [2, 2, 3]",
      "<td>0.25</td>",
      "<td>−1.5</td>",
      "at [0, …, …]",
      "<td>–</td>",
    ])
      assert.ok(page.includes(text), text);
    assert.equal(page.match(/<rect /g)!.length, 3);
    assert.match(page, /role="img" aria-label="From −1.5 to 2, 3 bins; the fullest has 4 numbers\."/);
    assert.doesNotMatch(page, /<script/);
  });

  it("has no histogram of numbers that are not finite", () => {
    const page = variablePage("x", { ...numbers, figures: null, histogram: [] }, "n");
    assert.doesNotMatch(page, /<svg/);
  });

  it("shows the frames of a clip in order, with what is known of them", () => {
    const picture = "data:image/jpeg;base64,AAAA";
    const frames = [3, 7].map((number) => ({ number, picture, words: number === 7 ? "Sad, blur" : "" }));
    const page = variablePage("clip", { kind: "frames", id: "a/b", frameCount: 9, frames }, "n");
    assert.deepEqual(
      [...page.matchAll(/<span>([^<]*)</g)].map(([, text]) => text),
      ["3", "7: Sad, blur"],
    );
    assert.ok(page.includes("2 of 9 frames"));
  });

  it("shows no picture from elsewhere, and what values say as text", () => {
    const frames = [{ number: 0, picture: "https://example.org/a.png", words: "<b>" }];
    const page = variablePage("clip", { kind: "frames", id: "<i>", frameCount: 1, frames }, "n");
    assert.doesNotMatch(page, /example\.org|<b>|<i>/);
    assert.ok(variablePage("t", { kind: "text", text: "<script>" }, "n").includes("&#60;script&#62;"));
  });
});
