import assert from "node:assert/strict";
import { hdrColours } from "../../../../../kernel/aen/sources/video/hdrColours.js";

describe("the colours of an HDR video", () => {
  const line = (colours: string) =>
    `Stream #0:0[0x1](und): Video: hevc (Main 10), yuv420p10le(${colours}), 320x240`;

  it("are read from the line of its stream, with what the file does not say", () => {
    assert.deepEqual(hdrColours(line("tv, bt2020nc/bt2020/smpte2084, progressive")), {
      ...{ matrix: "bt2020nc", primaries: "bt2020", transfer: "smpte2084" },
    });
    assert.equal(hdrColours(line("unknown/unknown/arib-std-b67"))?.matrix, "unknown");
  });

  it("are none of an SDR video", () => {
    for (const colours of ["tv, bt709, progressive", "pc", "tv, bt2020nc/bt2020/bt2020-10"])
      assert.equal(hdrColours(line(colours)), null, colours);
  });
});
