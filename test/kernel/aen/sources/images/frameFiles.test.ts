import assert from "node:assert/strict";
import { unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import {
  damagedPictures,
  openClip,
  readFrames,
  readPictures,
} from "../../../../../kernel/aen/sources/images/frameFiles.js";
import { cutJpeg, halfGreyJpeg, wavesAsJpeg } from "../../../images/damagedJpeg.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("frames in image files", () => {
  const folder = temporaryFolder();
  const clip = { id: "c", files: [0, 1, 2, 3].map((frame) => path.join(folder, `${frame}.png`)) };
  const draw = (frame: number, width = 3, height = 2) =>
    sharp({ create: { width, height, channels: 3, background: { r: frame * 10, g: 5, b: 250 } } }).toFile(
      clip.files[frame],
    );
  before(async () => {
    for (const frame of clip.files.keys()) await draw(frame);
  });

  it("are stacked in the order asked for, a repeated one as often as it is asked for", async () => {
    const { count, width, height, data } = await readFrames(clip, [3, 0, 3]);
    assert.deepEqual([count, width, height, data.length], [3, 3, 2, 54]);
    assert.deepEqual(
      [0, 18, 36].map((start) => [...data.subarray(start, start + 3)]),
      [
        [30, 5, 250],
        [0, 5, 250],
        [30, 5, 250],
      ],
    );
  });

  it("are read once each, so that a repeated frame is the same picture", async () => {
    const [one, other, again] = await readPictures(clip, [2, 1, 2]);
    assert.equal(one, again);
    assert.notEqual(one, other);
  });

  it("may be none at all", async () => {
    assert.deepEqual(await readFrames(clip, []), { count: 0, height: 0, width: 0, data: new Uint8Array(0) });
    assert.deepEqual(await readPictures(clip, []), []);
  });

  it("are rejected for a number outside the clip", async () => {
    for (const wrong of [4, -1, 1.5])
      await assert.rejects(readFrames(clip, [0, wrong]), {
        name: "RangeError",
        message: /c has frames 0 to 3/,
      });
  });

  it("get the size of the clip's first frame where they differ, whichever are read", async () => {
    await draw(1, 6, 5);
    for (const frames of [
      [0, 1],
      [2, 1],
      [1, 2, 3],
    ]) {
      const { width, height, count, data } = await readFrames(clip, frames);
      assert.deepEqual([width, height, count], [3, 2, frames.length], String(frames));
      frames.forEach((frame, at) =>
        assert.deepEqual([...data.subarray(18 * at, 18 * at + 3)], [frame * 10, 5, 250]),
      );
    }
    await draw(1);
  });

  it("are rejected if a file is gone or not an image, by its name", async () => {
    const files = [...clip.files, path.join(folder, "4.png"), path.join(folder, "5.png")];
    writeFileSync(files[4], "x");
    unlinkSync(files[4]);
    writeFileSync(files[5], "text");
    await assert.rejects(readFrames({ id: "c", files }, [0, 4]), /4\.png: there is no such image/);
    await assert.rejects(readFrames({ id: "c", files }, [5]), /5\.png: this image cannot be read/);
  });

  it("are no longer wanted once their signal is aborted", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await assert.rejects(readFrames(clip, [0], signal), /enough/);
    const stop = new AbortController();
    const reading = readPictures(clip, [0, 1], stop.signal);
    stop.abort(new Error("stopped"));
    await assert.rejects(reading, /stopped/);
  });

  it("are read alike by a clip that a worker thread opens from a copy of its data", async () => {
    const there = openClip(structuredClone(clip));
    assert.deepEqual(await there.read([1, 3]), await readFrames(clip, [1, 3]));
    assert.deepEqual(await there.readPictures!([2]), await readPictures(clip, [2]));
  });

  it("say what is wrong with a damaged picture, and are refused where more than one in ten is", async () => {
    const files = Array.from({ length: 16 }, (_, frame) => path.join(folder, `${frame}.jpg`));
    for (const file of files) writeFileSync(file, await wavesAsJpeg(false));
    for (const [frame, damaged] of [
      [3, halfGreyJpeg],
      [9, cutJpeg],
    ] as const) {
      writeFileSync(files[frame], await damaged());
      const read = await readPictures({ id: "c", files }, [0, frame]);
      const wrong = read.map(({ damage }) => damage !== undefined);
      if (frame === 3) assert.deepEqual(wrong, [false, true]);
    }
    const all = [...files.keys()];
    await assert.rejects(readPictures({ id: "c", files }, all), {
      name: "DataError",
      message: /2 of 16 frames are damaged \(first frame 3: .*Copy or download them again.*checkFrames: true/,
    });
    await assert.rejects(damagedPictures(files, "JPEGs"), /2 of 16 frames are damaged/);
    const checked = await readPictures({ id: "c", files, checked: true }, all);
    assert.ok(checked.every(({ width, damage }) => width === 64 && damage === undefined));
    writeFileSync(files[9], await wavesAsJpeg(true));
    assert.deepEqual(
      (await damagedPictures(files, "JPEGs")).map(([frame]) => frame),
      [3],
    );
  });

  it("are looked at whatever their format only where all are asked for", async () => {
    const files = [...clip.files, path.join(folder, "6.png")];
    writeFileSync(files[4], "text");
    assert.deepEqual(await damagedPictures(files, "JPEGs"), []);
    await assert.rejects(damagedPictures(files, "all"), /6\.png: this image cannot be read/);
  });
});
