import assert from "node:assert/strict";
import path from "node:path";
import { findFfmpeg } from "../../../../../kernel/aen/sources/video/ffmpeg.js";
import { videoStreamOf } from "../../../../../kernel/aen/sources/video/videoStream.js";
import { drawVideo, temporaryFolder } from "./testVideo.js";

describe("the stream of a video", () => {
  const folder = temporaryFolder();

  it("has a codec and, coded for HDR screens, its colours; what is no video has neither", async () => {
    const program = await findFfmpeg();
    const sdr = drawVideo(path.join(folder, "sdr.mkv"), 2, "64x48", "-c:v", "ffv1");
    const tags = ["-color_primaries", "bt2020", "-color_trc", "arib-std-b67", "-colorspace", "bt2020nc"];
    const hlg = drawVideo(
      path.join(folder, "hlg.mkv"),
      2,
      "64x48",
      "-pix_fmt",
      "yuv420p10le",
      "-c:v",
      "ffv1",
      ...tags,
    );
    assert.deepEqual(await videoStreamOf(program, sdr), { codec: "ffv1", hdr: null });
    assert.deepEqual(await videoStreamOf(program, hlg), {
      codec: "ffv1",
      hdr: { matrix: "bt2020nc", primaries: "bt2020", transfer: "arib-std-b67" },
    });
    assert.deepEqual(await videoStreamOf(program, import.meta.filename), { codec: null, hdr: null });
  });
});
