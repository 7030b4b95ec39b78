import assert from "node:assert/strict";
import path from "node:path";
import fc from "fast-check";
import {
  decodeVideo,
  pickedFrames,
  selection,
  type DecodeOptions,
} from "../../../../../kernel/aen/sources/video/decodeVideo.js";
import { openVideo } from "../../../../../kernel/aen/sources/video/videoFile.js";
import type { Picture } from "../../../../../kernel/images/picture.js";
import { ffmpeg, temporaryFolder } from "./testVideo.js";

describe("the pictures of a video", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "grey.mkv");
  /** 10 frames a second; frame n has the grey level 20 n. */
  before(() => {
    const grey = "color=black:size=40x20:rate=10,format=gray,geq=lum='20*N',format=rgb24";
    ffmpeg("-f", "lavfi", "-i", grey, "-frames:v", "10", "-c:v", "ffv1", "-pix_fmt", "bgr0", file);
  });

  async function read(options: DecodeOptions = {}): Promise<Picture[]> {
    const { pictures } = await decodeVideo(await openVideo(file), options);
    const found: Picture[] = [];
    for await (const picture of pictures) found.push(picture);
    return found;
  }
  /** The frame that each picture shows. */
  const numbers = (pictures: readonly Picture[]) => pictures.map(({ data }) => Math.round(data[0] / 20));

  it("are all frames, each once, with a log that is then complete", async () => {
    const { pictures, log } = await decodeVideo(await openVideo(file));
    const found: Picture[] = [];
    for await (const picture of pictures) found.push(picture);
    assert.deepEqual(numbers(found), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.deepEqual([log.codec, log.times.length, log.breaksOff], ["ffv1", 10, false]);
  });

  it("are only the frames asked for, at the video's own rate and at another", async () => {
    assert.deepEqual(numbers(await read({ frames: [2, 3, 7] })), [2, 3, 7]);
    const resampled = numbers(await read({ frameRate: 5 }));
    assert.equal(resampled.length, 5);
    const wanted = [1, 3, 4];
    assert.deepEqual(
      numbers(await read({ frameRate: 5, frames: wanted })),
      wanted.map((frame) => resampled[frame]),
    );
  });

  it("are made smaller to fit, never larger", async () => {
    const sizes = async (longestSide: number) => {
      const [{ width, height }] = await read({ longestSide, frames: [0] });
      return [width, height];
    };
    assert.deepEqual([await sizes(20), await sizes(1000)], [[20, 10], [40, 20]]); // prettier-ignore
  });

  it("end with the loop that is left, with the signal, and are told of one by one", async () => {
    const stop = new AbortController();
    let told = 0;
    const { pictures } = await decodeVideo(await openVideo(file), {
      signal: stop.signal,
      onFrame: () => (told += 1),
    });
    const reading = async () => {
      for await (const { width } of pictures) if (width > 0 && told === 2) stop.abort(new Error("enough"));
    };
    await assert.rejects(reading, /enough/);
    assert.ok(told < 10, `${told}`);
    const again = await decodeVideo(await openVideo(file));
    for await (const picture of again.pictures) {
      assert.deepEqual(numbers([picture]), [0]);
      break;
    }
    const aborted = decodeVideo(await openVideo(file), { signal: AbortSignal.abort(new Error("before")) });
    await assert.rejects(aborted, /before/);
  });

  it("of which none is there are an error that says so", async () => {
    await assert.rejects(read({ frames: [99] }), {
      name: "DataError",
      message: /not a video that can be decoded/,
    });
  });

  it("are the very ones asked for, also when they are hundreds and scattered", async () => {
    const long = path.join(folder, "long.mkv");
    const grey = "color=black:size=16x16:rate=10,format=gray,geq=lum='20*mod(N,11)',format=rgb24";
    ffmpeg("-f", "lavfi", "-i", grey, "-frames:v", "700", "-c:v", "ffv1", "-pix_fmt", "bgr0", long);
    const frames = Array.from({ length: 300 }, (_, i) => 5 + 2 * i);
    const { pictures } = await decodeVideo(await openVideo(long), { frames });
    const found: Picture[] = [];
    for await (const picture of pictures) found.push(picture);
    assert.deepEqual(numbers(found), frames.map((frame) => frame % 11)); // prettier-ignore
  });
});

describe("the expression that selects frames", () => {
  /** What ffmpeg makes of it: a sum of between(n,from,to). */
  const selects = (expression: string, frame: number) =>
    [...expression.matchAll(/between\(n\\,(\d+)\\,(\d+)\)/g)].some(
      ([, from, to]) => frame >= Number(from) && frame <= Number(to),
    );

  it("names runs, is 0 for no frame, and selects exactly the frames given", () => {
    assert.equal(selection([3, 1, 2, 2, 7]), "between(n\\,1\\,3)+between(n\\,7\\,7)");
    assert.equal(selection([]), "0");
  });

  it("does not grow with their number: of many that are scattered it takes the whole stretch and picks", () => {
    const every = Array.from({ length: 5000 }, (_, i) => 10 + 2 * i);
    assert.equal(selection(every), "between(n\\,10\\,10008)");
    const wanted = pickedFrames(every);
    assert.deepEqual([0, 1, 2, 9998].map(wanted), [true, false, true, true]);
    assert.ok([0, 1].every(pickedFrames([3, 5])) && pickedFrames(undefined)(7));
  });

  it("of scattered frames is true for these alone", () => {
    const property = fc.property(fc.array(fc.nat(30)), (frames) => {
      const expression = selection(frames);
      for (let frame = 0; frame <= 31; frame += 1)
        assert.equal(selects(expression, frame), frames.includes(frame));
    });
    fc.assert(property, { numRuns: 100 });
  });
});
