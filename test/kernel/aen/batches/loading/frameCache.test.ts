import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Clip } from "../../../../../kernel/aen/clips/clip.js";
import { FrameCache } from "../../../../../kernel/aen/batches/loading/frameCache.js";
import { loadClip } from "../../../../../kernel/aen/batches/loading/loadClip.js";
import { until } from "../../../../until.js";

const frame = { width: 2, height: 2, data: new Uint8Array(new SharedArrayBuffer(12)) };

function countingClip(reads: number[][]): Clip {
  return {
    id: "clip",
    label: 0,
    identity: null,
    frameCount: 9,
    frameRate: null,
    truth: null,
    read: async (frames) => {
      reads.push([...frames]);
      const data = Uint8Array.from({ length: frames.length * 12 }, (_, i) => frames[Math.floor(i / 12)]);
      return { count: frames.length, width: 2, height: 2, data };
    },
  };
}

describe("the cache of decoded frames", () => {
  it("reads every frame once", async () => {
    const reads: number[][] = [];
    const clip = countingClip(reads);
    const cache = new FrameCache(1000);
    const preparation = { size: 2, augment: null, randomKeys: [] };
    const load = (frames: number[]) => loadClip(clip, { frames, preparation, workers: 0, cache });
    await load([0, 1, 1]);
    const pixels = await load([1, 2, 0]);
    assert.deepEqual(reads, [[0, 1], [2]]);
    assert.deepEqual([pixels[0], pixels[12], pixels[24]], [1, 2, 0]);
    assert.equal(cache.used, 36);
  });

  it("stays within its budget", () => {
    const cache = new FrameCache(30);
    const clip = countingClip([]);
    cache.keep(
      clip,
      [0, 1, 2, 3].map((number) => [number, frame]),
    );
    assert.equal(cache.used, 24);
    assert.deepEqual([...cache.known(clip, [0, 1, 2, 3]).keys()], [0, 1]);
    cache.clear();
    assert.equal(cache.used, 0);
  });

  it("lets frames go with their clip", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const cache = new FrameCache(1000);
    (() => cache.keep(countingClip([]), [[0, frame]]))();
    await until("the cache has let the frame go", () => {
      collect();
      return cache.used === 0;
    });
  });
});
