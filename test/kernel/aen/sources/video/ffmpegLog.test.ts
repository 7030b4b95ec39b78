import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { FfmpegLog } from "../../../../../kernel/aen/sources/video/ffmpegLog.js";
import { until } from "../../../../until.js";

/** As ffmpeg 5.1 writes it with -loglevel level+info. */
const header = (format: string, duration: string, stream: string) => [
  `[info] Input #0, ${format}, from 'file:a.mp4':`,
  `[info]   Duration: ${duration}, start: 0.000000, bitrate: 50 kb/s`,
  `[info]   Stream #0:0[0x1](und): ${stream}`,
];
const h264 =
  "Video: h264 (High) (avc1 / 0x31637661), yuv444p, 160x120, 39 kb/s, 29.97 fps, 10 tbr, 10240 tbn (default)";
const shown = (n: number, time: string) =>
  `[Parsed_showinfo_0 @ 0x5581] [info] n:${String(n).padStart(4)} pts:${n * 1024} pts_time:${time}  duration: 1024 fmt:rgb24`;

function logOf(...lines: string[]): FfmpegLog {
  const log = new FfmpegLog("a.mp4");
  for (const line of lines) log.read(line);
  return log;
}

describe("what ffmpeg reports of a video", () => {
  it("has length, codec and rate of its first video stream, and the time of every frame", () => {
    const sound = "[info]   Stream #0:1: Audio: aac, 44100 Hz";
    const second = "[info]   Stream #0:2: Video: mjpeg, yuvj420p, 64x64, 90k fps";
    const { duration, codec, frameRate, times } = logOf(
      ...[sound, ...header("mov,mp4,m4a", "01:02:03.50", h264), second],
      ...[shown(0, "0"), shown(1, "0.1"), shown(10, "1")],
    );
    assert.deepEqual([duration, codec, frameRate, times], [3723.5, "h264", 29.97, [0, 0.1, 1]]);
  });

  it("has times exact to the tick, though ffmpeg writes seconds with six digits", () => {
    const at = "[Parsed_showinfo_0 @ 0x5581] [info]";
    const { times, sizes } = logOf(
      ...header("mov", "02:00:00.00", h264),
      `${at} config in time_base: 1/30000, frame_rate: 30000/1001`,
      // frames 107892 and 107893 of 30000/1001 frames a second, after an hour: 33 ms apart
      `${at} n:107892 pts:107999892 pts_time:3600   pos: 1 fmt:yuv420p sar:1/1 s:160x120 i:P iskey:0`,
      `${at} n:107893 pts:108000893 pts_time:3600.03 pos: 2 fmt:yuv420p sar:1/1 s:160x120 i:P iskey:0`,
      `${at} n:107894 pts: NOPTS pts_time:NOPTS pos: 3 fmt:yuv420p sar:1/1 i:P iskey:0`,
    );
    assert.deepEqual(times, [107999892 / 30000, 108000893 / 30000, NaN]);
    assert.deepEqual(sizes, [[160, 120], [160, 120], undefined]); // prettier-ignore
  });

  it("expects as many frames as length and rate say, its own or the one it is resampled to", () => {
    const log = logOf(...header("mov", "00:00:02.00", h264));
    assert.deepEqual([log.expectedFrames(null), log.expectedFrames(5)], [60, 10]);
    assert.equal(logOf(...header("mov", "N/A", h264)).expectedFrames(5), null);
    const nameless = logOf(...header("mov", "00:00:02.00", "Video: h264, yuv420p, 160x120, 1k fps"));
    assert.equal(nameless.frameRate, 1000);
  });

  it("says that a file breaks off, except a broadcast recording, whose end is often half a packet", () => {
    const broken = "[warning] [mov @ 0x1] Packet corrupt (stream = 0, dts = 1024).";
    assert.equal(logOf(...header("mov", "00:00:02.00", h264), broken).breaksOff, true);
    assert.equal(logOf(...header("mpegts", "00:00:02.00", h264), broken).breaksOff, false);
    assert.equal(logOf(broken, ...header("mpegts", "00:00:02.00", h264)).breaksOff, false);
    assert.equal(logOf("[error] [matroska @ 0x1] File ended prematurely at pos. 7").breaksOff, true);
    assert.equal(logOf(...header("mov", "00:00:02.00", h264)).breaksOff, false);
  });

  it("says whether the brightness is coded for HDR screens", () => {
    const coded = (transfer: string) =>
      `Video: hevc (Main 10), yuv420p10le(tv, bt2020nc/bt2020/${transfer}), 160x120`;
    const isHdr = (transfer: string) =>
      logOf(...header("mov", "00:00:02.00", coded(transfer))).hdr?.transfer ?? null;
    assert.deepEqual(["smpte2084", "arib-std-b67", "bt709"].map(isHdr), ["smpte2084", "arib-std-b67", null]);
  });

  it("tells the trouble once, at most two kinds, without the file's name and addresses", () => {
    const trouble = "[mov,mp4 @ 0x5581] [error] moov atom not found";
    const { trouble: told } = logOf(
      ...[
        trouble,
        trouble,
        "[fatal] file:a.mp4: Invalid data found when processing input",
        "[error] a third",
      ],
    );
    assert.equal(told, "moov atom not found; Invalid data found when processing input");
    assert.equal(logOf(...header("mov", "00:00:02.00", h264)).trouble, "");
  });

  it("says why there is no picture: no stream of pictures, or in ffmpeg's words", () => {
    const sound = logOf("[fatal] Stream map '0:V:0' matches no streams.").noPictures();
    assert.match(sound.message, /^a\.mp4: the file has no video stream, only sound or data/);
    const text = logOf("[error] Invalid data found").noPictures();
    assert.match(text.message, /^a\.mp4: this is not a video .* \(ffmpeg: Invalid data found\)\. Check/);
  });

  it("is followed line by line, also when lines come in pieces, and calls back for every frame", async () => {
    let frames = 0;
    const log = new FfmpegLog("a.mp4", () => frames++);
    const stderr = new PassThrough();
    log.follow(stderr);
    const text = [...header("mov", "00:00:02.00", h264), shown(0, "0"), shown(1, "0.1")].join("\r\n");
    for (let at = 0; at < text.length; at += 50) stderr.write(text.slice(at, at + 50));
    stderr.end();
    await until("all lines are read", () => frames === 2);
    assert.deepEqual([log.duration, log.times], [2, [0, 0.1]]);
  });
});
