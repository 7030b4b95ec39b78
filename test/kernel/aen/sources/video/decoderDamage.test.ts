import assert from "node:assert/strict";
import {
  checkDamage,
  damageSentence,
  DecoderDamage,
} from "../../../../../kernel/aen/sources/video/decoderDamage.js";

/** Lines that ffmpeg 5.1 and 7.1 write of files with flipped bytes. */
const guessed = "[h264 @ 0x5581] [info] concealing 473 DC, 473 AC, 473 MV errors in P frame";
const marked = "[warning] file:a.mp4: corrupt decoded frame in stream 0";
const lost = "[error] Error while decoding stream #0:0: Invalid data found when processing input";
const newerLost =
  "[vist#0:0/vp9 @ 0x1] [dec:vp9 @ 0x2] [error] Error submitting packet to decoder: Invalid data";
const jpeg = [
  "[mjpeg @ 0x1] [error] error dc",
  "[mjpeg @ 0x1] [error] error y=12 x=30",
  "[mjpeg @ 0x1] [error] error count: 64",
];
const hevc = "[hevc @ 0x1] [error] Could not find ref with POC 12";
const otherHevc = "[hevc @ 0x1] [error] Invalid NAL unit size (16346432 > 308).";
const checksums = [0, 1, 2].map(
  (plane) => `[hevc @ 0x1] [error] mismatching checksum of plane ${plane} - 435e85a4 != 779984d8`,
);

function countOf(...lines: string[]): number | undefined {
  const damage = new DecoderDamage();
  lines.forEach((line) => damage.read(line));
  return damage.among(100)?.damaged;
}

describe("the damage that decoders report", () => {
  it("is counted by frame: one that is guessed and marked as corrupt is one", () => {
    assert.equal(countOf(guessed, marked, guessed), 2);
    assert.equal(countOf(marked, marked, guessed), 2);
    assert.equal(countOf(marked), 1);
  });

  it("includes frames that are missing, and those of decoders that guess nothing", () => {
    assert.equal(countOf(guessed, lost, newerLost), 3);
    assert.equal(countOf(...jpeg), 2, "the line before a line with a place is of the same picture");
    assert.equal(countOf(hevc), 1);
    assert.equal(countOf(otherHevc), 1);
    assert.equal(countOf(...checksums, ...checksums), 2, "a picture has three planes");
    assert.equal(countOf(otherHevc, ...checksums), 1, "and may be reported twice");
  });

  it("is none for the complaints of decoders that repair nothing", () => {
    const harmless = [
      "[h264 @ 0x1] [error] mmco: unref short failure",
      "[NULL @ 0x1] [error] missing picture in access unit with size 10",
      "[info]   Stream #0:0: Video: h264",
    ];
    assert.equal(countOf(...harmless), undefined);
  });

  it("is refused above one frame in 100, with the numbers and the remedy", () => {
    const message =
      "a.mp4: the video is damaged: ffmpeg reports errors in 3 of 200 frames, and frames that build on these " +
      "are smeared, too. Copy or download it again, or pass allowIncomplete: true to use it as it is.";
    const check = (damaged: number, frames: number) => () => checkDamage("a.mp4", { damaged, frames });
    assert.throws(check(3, 200), { name: "DataError", message });
    assert.throws(check(1, 99), /1 of 99/);
    check(2, 200)();
    check(1, 100)();
    assert.ok(message.includes(damageSentence({ damaged: 3, frames: 200 })));
  });
});
