import assert from "node:assert/strict";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { allFrames, frameBatches } from "../../../../kernel/aen/training/frameBatches.js";

const size = 2;

/** A clip whose frames are each of one grey level: `first`, `first + 1`, ... It notes which frames are read. */
function greyClip(id: string, frameCount: number, first: number, reads: number[][] = []): Clip {
  return {
    ...{ id, label: null, identity: null, frameCount, frameRate: null, truth: null },
    async read(frames, signal) {
      signal?.throwIfAborted();
      reads.push([...frames]);
      const data = Uint8Array.from(frames.flatMap((frame) => new Array<number>(48).fill(first + frame)));
      return { count: frames.length, height: 4, width: 4, data };
    },
  };
}

describe("single frames in batches", () => {
  const settings = { batch: 4, size };
  async function batchesOf(clips: Clip[], framesOf = allFrames) {
    const found = [];
    for await (const { pixels, frames } of frameBatches(clips, framesOf, settings)) {
      const levels = Array.from({ length: 4 }, (_, i) => new Set(pixels.subarray(12 * i, 12 * (i + 1))));
      assert.ok(levels.every(({ size }) => size === 1));
      const names = frames.map(({ clip, frame }) => `${clip.id}${frame}`);
      found.push({ names: names.join(" "), levels: levels.flatMap((level) => [...level]) });
    }
    return found;
  }

  it("go on from clip to clip, and black frames without an entry fill the last batch", async () => {
    assert.deepEqual(await batchesOf([greyClip("a", 3, 10), greyClip("b", 6, 20)]), [
      { names: "a0 a1 a2 b0", levels: [10, 11, 12, 20] },
      { names: "b1 b2 b3 b4", levels: [21, 22, 23, 24] },
      { names: "b5", levels: [25, 0, 0, 0] },
    ]);
  });

  it("are those asked for, in that order; a clip of which none is wanted is not read", async () => {
    const reads: number[][] = [];
    const clips = [greyClip("a", 9, 10), greyClip("b", 9, 20, reads)];
    const found = await batchesOf(clips, ({ id }) => (id === "a" ? [8, 2] : []));
    assert.deepEqual(found, [{ names: "a8 a2", levels: [18, 12, 0, 0] }]);
    assert.deepEqual(reads, []);
  });

  it("fill no more memory than a batch: a long clip is read in parts, and no batch where all are full", async () => {
    const reads: number[][] = [];
    assert.equal((await batchesOf([greyClip("a", 8, 10, reads)])).length, 2);
    assert.deepEqual(reads, [
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ]);
  });

  it("end with the signal", async () => {
    const batches = frameBatches([greyClip("a", 3, 1)], allFrames, {
      ...settings,
      signal: AbortSignal.abort(),
    });
    await assert.rejects(batches.next(), { name: "AbortError" });
  });
});
