import assert from "node:assert/strict";
import { writtenPersons } from "../../../../../kernel/aen/sources/video/writtenPersons.js";

describe("persons on a command line", () => {
  it("are a choice for all videos, or for those that are named", () => {
    assert.equal(writtenPersons([]), undefined);
    assert.equal(writtenPersons(["left"]), "left");
    assert.equal(writtenPersons(["2"]), 2);
    assert.deepEqual(writtenPersons(["left", "b/1=x.mp4=2"]), { "*": "left", "b/1=x.mp4": 2 });
    assert.deepEqual(writtenPersons(["a.mp4=right"]), { "a.mp4": "right" });
  });

  it("are refused where there is no such choice, or two for one video", () => {
    for (const text of ["up", "0", "1.5", "", "a.mp4=", "a.mp4=up"])
      assert.throws(() => writtenPersons([text]), /person must be "largest"/);
    assert.throws(() => writtenPersons(["1", "left"]), /person is chosen twice for all videos/);
    assert.throws(() => writtenPersons(["a.mp4=1", "a.mp4=2"]), /person is chosen twice for a\.mp4/);
  });
});
