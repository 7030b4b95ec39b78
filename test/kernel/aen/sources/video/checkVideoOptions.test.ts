import assert from "node:assert/strict";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { checkVideoOptions } from "../../../../../kernel/aen/sources/video/checkVideoOptions.js";

describe("sizes and rates of videos", () => {
  it("are refused by name when they are zero, negative, broken or too large", async () => {
    const wrong = [
      ...[0, -112, 1.5, Number.NaN, 4097].map((size) => ({ size })),
      ...[0, -5, Number.NaN, Infinity].map((frameRate) => ({ frameRate })),
      ...[0, -1, Infinity].map((longestSide) => ({ longestSide })),
    ];
    for (const options of wrong) {
      const [[name, value]] = Object.entries(options);
      const error = { name: "RangeError", message: new RegExp(`^${name} must be .*, got ${value}\\.$`) };
      assert.throws(() => checkVideoOptions(options), error);
      await assert.rejects(clips.importVideos("none.mp4", { to: "none", ...options }), error);
    }
    for (const options of [{ size: 0 }, { frameRate: -5 }, { person: 0 }, { person: "up" as never }])
      await assert.rejects(clips.fromVideo("none.mp4", options), RangeError);
  });

  it("are accepted otherwise, and when they are not given", () => {
    checkVideoOptions({});
    checkVideoOptions({ size: 1, frameRate: 0.1, longestSide: 1 });
    checkVideoOptions({ size: 4096, frameRate: 1000, longestSide: 65_536 });
  });
});
