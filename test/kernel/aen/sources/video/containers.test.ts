import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { containers, isForeign } from "../../../../../kernel/aen/sources/video/containers.js";

describe("the formats of recordings", () => {
  it("are none that open further files", () => {
    const opening =
      "hls applehttp dash concat imf image2 image2pipe sdp rtsp rtp vobsub svg_pipe webm_dash_manifest ffmetadata lavfi";
    assert.deepEqual(
      opening.split(" ").filter((name) => containers.includes(name)),
      [],
    );
  });

  it("have the names that ffmpeg gives them", () => {
    const known = execFileSync("ffmpeg", ["-hide_banner", "-demuxers"], { encoding: "utf8" })
      .split("\n")
      .flatMap((line) => line.trim().split(/\s+/)[1]?.split(",") ?? []);
    const newer = ["vvc"];
    assert.deepEqual(
      containers.filter((name) => !known.includes(name) && !newer.includes(name)),
      [],
    );
  });

  it("are told from others by ffmpeg's words", () => {
    assert.equal(isForeign("Format not on whitelist 'mov,mp4'"), true);
    assert.equal(isForeign("moov atom not found"), false);
  });
});
