import assert from "node:assert/strict";
import { findFfmpeg } from "../../../../../kernel/aen/sources/video/ffmpeg.js";
import { parts } from "../../../../../kernel/aen/sources/video/ffmpegParts.js";

describe("the parts of an ffmpeg", () => {
  it("are its filters and its decoders, listed once, and none for a program that is none", async () => {
    const program = await findFfmpeg();
    const [filters, decoders] = [await parts(program, "filters"), await parts(program, "decoders")];
    assert.deepEqual([filters.has("scale"), filters.has("h264"), decoders.has("h264")], [true, false, true]);
    assert.equal(await parts(program, "filters"), filters);
    assert.equal((await parts({ ...program, path: "/nowhere" }, "filters")).size, 0);
  });
});
