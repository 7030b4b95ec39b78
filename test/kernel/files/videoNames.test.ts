import assert from "node:assert/strict";
import { isVideoName } from "../../../kernel/files/videoNames.js";

describe("a file name", () => {
  it("is that of a video by its ending, in either case", () => {
    for (const ending of "mp4 MKV webm mpg mpeg flv wmv m4v ts 3gp mov avi ogv mts vob".split(" "))
      assert.ok(isVideoName(`clip.one.${ending}`), ending);
  });

  it("is none of a video when it is hidden or ends otherwise", () => {
    for (const name of ["._clip.mp4", ".mp4", "mp4", "clip.mp4.txt", "clip.csv", "clip.jpg"])
      assert.ok(!isVideoName(name), name);
  });
});
