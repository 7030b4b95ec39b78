import assert from "node:assert/strict";
import { loadFrames, type SharedFrame } from "../../../../../kernel/aen/batches/loading/sharedFrames.js";

/** A clip whose frame n is one pixel (n, n, n), and the numbers that it was asked for. */
function countingClip() {
  const asked: number[][] = [];
  const read = async (frames: readonly number[]) => {
    asked.push([...frames]);
    return {
      count: frames.length,
      width: 1,
      height: 1,
      data: Uint8Array.from(frames.flatMap((n) => [n, n, n])),
    };
  };
  return { asked, read };
}
const known = new Map<number, SharedFrame>([[2, { width: 1, height: 1, data: Uint8Array.of(99, 99, 99) }]]);
const values = (pictures: readonly SharedFrame[]) => pictures.map(({ data }) => data[0]);

describe("frames that are loaded", () => {
  it("are read once each and only where they are not known, and come in the order asked for", async () => {
    const clip = countingClip();
    const { pictures } = await loadFrames(clip, { frames: [3, 2, 1, 3, 2], known, keep: false });
    assert.deepEqual(clip.asked, [[3, 1]]);
    assert.deepEqual(values(pictures), [3, 99, 1, 3, 99]);
    for (const { width, height, data } of pictures) assert.deepEqual([width, height, data.length], [1, 1, 3]);
  });

  it("are not read at all where all are known", async () => {
    const clip = countingClip();
    assert.deepEqual(
      values((await loadFrames(clip, { frames: [2, 2], known, keep: true })).pictures),
      [99, 99],
    );
    assert.deepEqual(clip.asked, []);
  });

  it("are told with their numbers when they are to be kept, in memory that threads share", async () => {
    const { decoded, pictures } = await loadFrames(countingClip(), {
      frames: [3, 2, 0, 3],
      known,
      keep: true,
    });
    assert.deepEqual(
      decoded.map(([frame, { data }]) => [frame, data[0], data.buffer instanceof SharedArrayBuffer]),
      [
        [3, 3, true],
        [0, 0, true],
      ],
    );
    assert.equal(pictures[0], decoded[0][1]);
    assert.deepEqual((await loadFrames(countingClip(), { frames: [3], known, keep: false })).decoded, []);
  });

  it("come as single pictures from a clip that has them so, with the signal passed on", async () => {
    const signal = new AbortController().signal;
    const clip = {
      read: () => Promise.reject(new Error("not so")),
      readPictures: async (frames: readonly number[], given?: AbortSignal) => {
        assert.equal(given, signal);
        return frames.map((n) => ({ width: 1, height: 1, data: Uint8Array.of(n, 0, 0) }));
      },
    };
    assert.deepEqual(
      values((await loadFrames(clip, { frames: [4, 5], known, keep: true }, signal)).pictures),
      [4, 5],
    );
  });
});
