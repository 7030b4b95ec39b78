import assert from "node:assert/strict";
import { missingTime } from "../../../../../kernel/aen/sources/video/missingTime.js";

describe("the time without pictures in a video", () => {
  /** 25 pictures a second for four seconds, without some. */
  const pictures = (isThere: (frame: number) => boolean = () => true) =>
    Array.from({ length: 100 }, (_, frame) => frame)
      .filter(isThere)
      .map((frame) => frame / 25);

  it("is none where pictures follow each other to the end, sound going on a little or not", () => {
    assert.equal(missingTime(pictures(), 4), null);
    assert.equal(missingTime(pictures(), 4.4), null);
    assert.equal(missingTime(pictures(), null), null);
    assert.equal(missingTime([0], 0.04), null);
  });

  it("is told where it is long, with its place", () => {
    const hole = pictures((frame) => frame < 50 || frame >= 70);
    assert.equal(
      missingTime(hole, 4),
      "it has no pictures for 0.84 s after 1.96 s. Check that the file is whole.",
    );
    const two = pictures((frame) => (frame < 20 || frame >= 30) && (frame < 50 || frame >= 70));
    assert.match(missingTime(two, 4)!, /0\.84 s after 1\.96 s, the longest of 2 such places/);
  });

  it("is not told of a slow or uneven rate", () => {
    assert.equal(missingTime([0, 1, 2, 3], 4), null);
    assert.equal(missingTime([0, 0.1, 0.25, 0.33, 0.5], 0.6), null);
  });

  it("is told at the end, where the file promises more", () => {
    assert.match(
      missingTime(
        pictures((frame) => frame < 50),
        4,
      )!,
      /its pictures end after 2\.0 of 4\.0 s/,
    );
  });
});
