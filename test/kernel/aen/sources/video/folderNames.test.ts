import assert from "node:assert/strict";
import { clipNames, safeName } from "../../../../../kernel/aen/sources/video/folderNames.js";

describe("folders of imported videos", () => {
  it("names clips so that they differ on every file system", () => {
    assert.deepEqual(clipNames(["/x/s1/A.mp4", "/x/s2/a.mp4", "/x/s2/a.avi", "/y/s2/a.avi"]), [
      "A",
      "s2_a",
      "s2_a.avi",
      "a-2",
    ]);
  });

  it("have names without spaces, separators and leading dots", () => {
    assert.equal(safeName("a b/c"), "a_b_c");
    assert.equal(safeName("..hidden"), "_hidden");
    assert.equal(safeName(""), "clip");
  });
});
