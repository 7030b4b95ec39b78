import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../../../../../kernel/files/packageRoot.js";
import { shippedParts } from "../../../../../kernel/aen/training/card/shippedParts.js";

describe("the shipped parts that clips rest on", () => {
  it("are those of NOTICE", () => {
    const notice = readFileSync(path.join(packageRoot, "NOTICE"), "utf8").replace(/\s+/g, " ");
    const [drawn, filmed] = shippedParts(["synthetic", "fromVideos"]);
    assert.match(drawn, /MediaPipe \(Apache License 2\.0/);
    assert.match(notice, /mesh of MediaPipe, .*Apache License, Version 2\.0/);
    assert.match(filmed, /@vladmandic\/face-api \(MIT/);
    assert.match(notice, /@vladmandic\/face-api \(MIT/);
  });

  it("are none for folders of frames and for clips of unknown origin", () => {
    assert.deepEqual(shippedParts(["fromFolder", null]), []);
  });
});
