import assert from "node:assert/strict";
import { personOfVideos } from "../../../../../kernel/aen/sources/video/personOfVideos.js";

const files = ["data/a/1.mp4", "data/b/1.mp4", "data/b/2.mp4"];

describe("the person of each video", () => {
  it("is the same for all, or nobody's choice", () => {
    assert.deepEqual([...personOfVideos(files, "left")], files.map((file) => [file, "left"])); // prettier-ignore
    assert.equal(personOfVideos(files, undefined).size, 0);
  });

  it("is chosen by path, by file name and by name without extension, or as for all others", () => {
    const person = { "data/a/1.mp4": 2, "2": "right", "*": "central" } as const;
    assert.deepEqual(Object.fromEntries(personOfVideos(files, person)), {
      "data/a/1.mp4": 2,
      "data/b/1.mp4": "central",
      "data/b/2.mp4": "right",
    });
    assert.equal(personOfVideos(files, { "2.mp4": 2 }).size, 1);
  });

  it("is refused by name where the name fits no video or several, and where there is no such choice", () => {
    assert.throws(() => personOfVideos(files, { "3.mp4": 1 }), /person names "3\.mp4", which is none/);
    assert.throws(
      () => personOfVideos(files, { "1.mp4": 1 }),
      /"1\.mp4" could be data\/a\/1\.mp4 or data\/b/,
    );
    assert.throws(() => personOfVideos(files, { "2.mp4": 0 }), RangeError);
    assert.throws(() => personOfVideos(files, "up" as never), RangeError);
  });
});
