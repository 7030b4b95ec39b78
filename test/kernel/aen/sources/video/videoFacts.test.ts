import assert from "node:assert/strict";
import { FfmpegLog } from "../../../../../kernel/aen/sources/video/ffmpegLog.js";
import { factsOf } from "../../../../../kernel/aen/sources/video/videoFacts.js";

function logOf(changes: Partial<FfmpegLog>): FfmpegLog {
  return Object.assign(new FfmpegLog("a.mp4"), { codec: "h264", ...changes });
}

describe("the facts of a decoded video", () => {
  it("have the mean rate over all frames, not the one that the container states", () => {
    const { frameCount, frameRate, codec } = factsOf(logOf({ times: [1, 1.1, 1.3, 3], frameRate: 25 }));
    assert.deepEqual([frameCount, frameRate, codec], [4, 1.5, "h264"]);
  });

  it("have a rate from the six digits that every ffmpeg prints, and times that are exact", () => {
    const { frameRate, times } = factsOf(logOf({ times: [0, 1001 / 30000] }));
    assert.equal(frameRate, 1 / 0.0333667);
    assert.equal(times[1], 1001 / 30000);
  });

  it("of a single frame have the stated rate, if any", () => {
    assert.equal(factsOf(logOf({ times: [0], frameRate: 25 })).frameRate, 25);
    const { frameRate, codec } = factsOf(logOf({ times: [0], codec: null }));
    assert.deepEqual([frameRate, codec], [null, "unknown"]);
  });

  it("have a remark for an HDR video, and none for another", () => {
    const hdr = { matrix: "bt2020nc", primaries: "bt2020", transfer: "smpte2084" } as const;
    const remarkOf = (toneMapped: boolean) => factsOf(logOf({ times: [0], hdr, toneMapped })).remarks[0];
    assert.match(remarkOf(false), /HDR video.*without tone mapping.*Install an ffmpeg with libzimg/);
    assert.match(remarkOf(true), /HDR video.*mapped to SDR/);
    assert.deepEqual(factsOf(logOf({ times: [0] })).remarks, []);
  });

  it("keep the times of that moment", () => {
    const log = logOf({ times: [0, 1] });
    const facts = factsOf(log);
    log.times.push(2);
    assert.deepEqual(facts.times, [0, 1]);
  });

  it("are rejected for a video that is cut off, with how far it goes, unless that is allowed", () => {
    const broken = logOf({ times: [0, 0.5, 1], frameRate: 2, duration: 10, breaksOff: true });
    assert.throws(() => factsOf(broken), {
      name: "DataError",
      message:
        /^a\.mp4: the video is cut off after 1\.5 of 10\.0 seconds \(3 frames\)\. Copy .*allowIncomplete/,
    });
    assert.throws(() => factsOf(Object.assign(broken, { duration: 1.6 })), /after 1\.5 seconds \(3 frames\)/);
    assert.throws(() => factsOf(Object.assign(broken, { duration: null })), /after 1\.5 seconds/);
    assert.equal(factsOf(broken, { allowIncomplete: true }).frameCount, 3);
  });
});
