import assert from "node:assert/strict";
import path from "node:path";
import { recordingId } from "../../../../../kernel/aen/sources/labels/recordingId.js";

describe("the id of a recording", () => {
  it("is its place, unless a description names it", () => {
    assert.equal(recordingId("data/a.mp4"), "data/a.mp4");
  });

  it("is the same wherever the folder of the description lies", () => {
    for (const base of ["/here/data", "/a colleague's/disk"]) {
      assert.equal(recordingId(path.join(base, "Sad", "a.mp4"), base), "Sad/a.mp4");
      assert.equal(recordingId(path.join(base, "..", "b.mp4"), base), "../b.mp4");
    }
  });

  it("is the same where a disk writes accents as two characters", () => {
    assert.equal(recordingId("/d/Zoe\u0308.mp4", "/d"), "Zo\u00eb.mp4");
  });
});
