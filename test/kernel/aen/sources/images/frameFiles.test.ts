import assert from "node:assert/strict";
import { unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { openClip, readFrames, readPictures } from "../../../../../kernel/aen/sources/images/frameFiles.js";
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

  it("are rejected if one differs in size from the first, naming both files", async () => {
    await draw(1, 2, 3);
    await assert.rejects(readFrames(clip, [0, 1]), {
      name: "DataError",
      message: /1\.png: the frame is 2 x 3 pixels, but .*0\.png is 3 x 2\. All frames/,
    });
    for (const [width, height] of [
      [3, 3],
      [2, 2],
    ]) {
      await draw(1, width, height);
      await assert.rejects(readFrames(clip, [0, 1]), new RegExp(`the frame is ${width} x ${height} pixels`));
    }
    assert.equal((await readFrames(clip, [0, 2])).count, 2, "what was not asked for is not read");
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
});
