import assert from "node:assert/strict";
import fc from "fast-check";
import { isImageName, sortFrameNames } from "../../../../../kernel/aen/sources/images/frameNames.js";

describe("the name of an image", () => {
  it("ends as images do, in any case, and is not hidden", () => {
    for (const name of [
      "1.jpg",
      "1.JPEG",
      "a.b.png",
      "x.webp",
      "x.tif",
      "x.tiff",
      "x.gif",
      "x.bmp",
      "x.avif",
    ])
      assert.ok(isImageName(name), name);
    for (const name of [".DS_Store", "._1.jpg", ".1.png", "Thumbs.db", "1.jpg.txt", "jpg", "1.mp4", "1.jpg~"])
      assert.ok(!isImageName(name), name);
  });
});

describe("the order of frames", () => {
  it("is that of their numbers, with leading zeros or without", () => {
    assert.deepEqual(sortFrameNames(["10.jpg", "9.jpg", "1.jpg", "100.jpg"]), [
      "1.jpg",
      "9.jpg",
      "10.jpg",
      "100.jpg",
    ]);
    assert.deepEqual(sortFrameNames(["f_010.png", "f_002.png", "f_100.png"]), [
      "f_002.png",
      "f_010.png",
      "f_100.png",
    ]);
    assert.deepEqual(sortFrameNames(["2_1.png", "1_10.png", "1_9.png"]), ["1_9.png", "1_10.png", "2_1.png"]);
  });

  it("is that of names as strings where all have as many digits (SPEC.md, section 2)", () => {
    const frames = fc.uniqueArray(fc.integer({ min: 0, max: 99999 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(frames, (numbers) => {
        const names = numbers.map((number) => `${String(number).padStart(5, "0")}.jpg`);
        assert.deepEqual(sortFrameNames(names), [...names].sort());
      }),
    );
  });

  it("depends on the names alone, not on the order in which the folder lists them", () => {
    for (const names of [
      ["1.jpg", "01.jpg", "001.jpg"],
      ["a.jpg", "A.jpg", "a.JPG"],
      ["1.jpg", "1.png", "01.png"],
    ])
      assert.deepEqual(sortFrameNames(names), sortFrameNames([...names].reverse()));
  });

  it("leaves the list that it was given as it was", () => {
    const names = ["2.jpg", "1.jpg"];
    sortFrameNames(names);
    assert.deepEqual(names, ["2.jpg", "1.jpg"]);
  });
});
