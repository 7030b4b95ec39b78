import assert from "node:assert/strict";
import { mkdirSync, truncateSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { DataError } from "../../../../../kernel/files/dataError.js";
import { realClip } from "./realClips.js";
import { drawVideo, ffmpeg, temporaryFolder } from "./testVideo.js";

const raw = { faces: false } as const;

describe("the reader of videos", () => {
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);

  it("gives every frame of a real recording, upright, in RGB", async function () {
    const clip = await clips.fromVideo(realClip(this, "sad-occluded-happy.mp4"), raw);
    assert.equal(clip.frameCount, 472);
    assert.ok(Math.abs(clip.frameRate! - 24000 / 1001) < 0.01);
    const { count, height, width, data } = await clip.read([471, 0]);
    assert.deepEqual([count, height, width, data.length], [2, 360, 640, 2 * 360 * 640 * 3]);
  });

  it("gives frames in the order asked for, also twice", async () => {
    const clip = await clips.fromVideo(drawVideo(at("order.mp4")), raw);
    assert.equal(clip.frameCount, 20);
    const size = 160 * 120 * 3;
    const { data } = await clip.read([7, 3, 7]);
    const three = (await clip.read([3])).data;
    assert.deepEqual(data.subarray(0, size), data.subarray(2 * size));
    assert.deepEqual(data.subarray(size, 2 * size), three);
    assert.notDeepEqual(data.subarray(0, size), three);
  });

  it("refuses a frame number that the clip does not have", async () => {
    const clip = await clips.fromVideo(drawVideo(at("short.mp4"), 5), raw);
    await assert.rejects(clip.read([5]), /has frames 0 to 4; there is no frame 5/);
  });

  it("takes patterns, labels by file name and leaves the others unlabelled", async () => {
    mkdirSync(at("set/deep"), { recursive: true });
    drawVideo(at("set/b.mp4"), 3);
    drawVideo(at("set/deep/a.avi"), 3);
    const set = await clips.fromVideos(at("set/**/*.{mp4,avi}"), { ...raw, labels: { "b.mp4": "Sad" } });
    assert.deepEqual(
      set.clips.map((clip) => [path.basename(clip.id), clip.label]),
      [
        ["b.mp4", 1],
        ["a.avi", null],
      ],
    );
  });

  it("stops when its signal is aborted", async () => {
    const file = drawVideo(at("stop.mp4"));
    await assert.rejects(clips.fromVideo(file, { ...raw, signal: AbortSignal.abort() }), {
      name: "AbortError",
    });
  });

  it("uses what there is of a truncated video with allowIncomplete", async () => {
    const clip = await clips.fromVideo(cut(drawVideo(at("rest.mkv"), 100)), {
      ...raw,
      allowIncomplete: true,
    });
    assert.ok(clip.frameCount > 20 && clip.frameCount < 100);
  });

  const refused: [string, () => string, RegExp][] = [
    ["a missing file", () => at("none.mp4"), /none\.mp4: there is no such video/],
    ["a text file named .mp4", () => write("text.mp4", "Dear diary"), /text\.mp4: this is not a video/],
    ["an empty file", () => write("empty.mp4", ""), /is empty \(0 bytes\)/],
    ["a folder", () => folder, /is a folder where a video file was expected.*fromFolder/],
    ["a sound file", () => ffmpeg("-f", "lavfi", "-i", "sine=d=1", at("sound.wav")), /no video stream/],
    ["an avi that breaks off", () => cut(drawVideo(at("cut.avi"), 100)), /is cut off after \d\.\d seconds/],
    [
      "an mkv that breaks off",
      () => cut(drawVideo(at("cut.mkv"), 100)),
      /is cut off after \d.*of 10\.0 seconds/,
    ],
    ["an mp4 that breaks off", () => cut(faststart()), /is cut off after \d.*of 10\.0 seconds/],
    ["half an mp4", () => cut(drawVideo(at("half.mp4"))), /this is not a video that can be decoded.*again/],
    ["a pattern without files", () => at("*.wmv"), /no file matches the pattern/],
  ];
  for (const [name, make, message] of refused) {
    it(`says what is wrong with ${name}`, async () => {
      await assert.rejects(clips.fromVideos(make(), raw), (error) => {
        assert.ok(error instanceof DataError, String(error));
        assert.match(error.message, message);
        return true;
      });
    });
  }

  function faststart(): string {
    return drawVideo(at("faststart.mp4"), 100, "160x120", "-movflags", "+faststart");
  }
  function write(name: string, text: string): string {
    writeFileSync(at(name), text);
    return at(name);
  }
  function cut(file: string): string {
    truncateSync(file, Math.floor(statSync(file).size / 2));
    return file;
  }
});
