import assert from "node:assert/strict";
import { isOfOneClip } from "../../../../../kernel/aen/sources/gathering/isOfOneClip.js";
import { DataError } from "../../../../../kernel/files/dataError.js";

describe("an error about one clip", () => {
  it("names its file and is the data's own fault, not the machine's or the call's", () => {
    const file = "a.mp4";
    const cause = (code: string) => Object.assign(new Error(code), { code });
    assert.ok(isOfOneClip(new DataError("broken", { file })));
    assert.ok(isOfOneClip(new DataError("gone", { file, cause: cause("ENOENT") })));
    assert.ok(!isOfOneClip(new DataError("full", { file, cause: cause("ENOSPC") })));
    assert.ok(!isOfOneClip(new DataError("no such data set")));
    assert.ok(!isOfOneClip(new RangeError("a.mp4")));
  });
});
