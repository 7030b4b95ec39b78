import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import type { Clip } from "../../../../../kernel/aen/clips/clip.js";
import { damagedFramesOf } from "../../../../../kernel/aen/clips/damagedFrames.js";
import { halfGreyJpeg } from "../../../images/damagedJpeg.js";
import { clipBatches } from "../../../../../kernel/aen/batches/clipBatches.js";
import { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import { FrameFolderClip } from "../../../../../kernel/aen/sources/images/frameFolderClip.js";
import { FrameCache } from "../../../../../kernel/aen/batches/loading/frameCache.js";
import { loadClip } from "../../../../../kernel/aen/batches/loading/loadClip.js";
import { syntheticClips } from "../../../../../kernel/aen/synthetic/syntheticClips.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";

async function pixelsOf(set: ClipSet, workers: number): Promise<Uint8Array[]> {
  const pixels: Uint8Array[] = [];
  const options = { batch: 3, frames: 6, size: 24, mode: "train", seed: 9, cache: false } as const;
  for await (const batch of clipBatches(set, { ...options, workers })) pixels.push(batch.pixels);
  return pixels;
}

describe("the loading of a clip, in worker threads or here", function () {
  this.timeout(300_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "aen-frames-"));
    for (let frame = 0; frame < 20; frame++) {
      const background = { r: frame * 12, g: 255 - frame * 12, b: 90 };
      const image = sharp({ create: { width: 40, height: 30, channels: 3, background } });
      await image.jpeg().toFile(path.join(folder, `${String(frame).padStart(3, "0")}.jpg`));
    }
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const files = (first: number) =>
    Array.from({ length: 18 }, (_, i) => path.join(folder, `${String(first + i).padStart(3, "0")}.jpg`));

  it("gives the same pixels with 0, 1 and 2 workers for drawn clips", async () => {
    const set = await syntheticClips({ perEmotion: 1, identities: 1, size: 32 });
    const [none, one, two] = await Promise.all([0, 1, 2].map((workers) => pixelsOf(set, workers)));
    assert.equal(none.length, 2);
    assert.deepEqual(one, none);
    assert.deepEqual(two, none);
  });

  it("gives the same pixels with 0, 1 and 2 workers for image files", async () => {
    const clips = [0, 1, 2].map(
      (first) => new FrameFolderClip(files(first), { id: `clip ${first}`, label: first }),
    );
    const set = new ClipSet(clips, dfewLabels);
    const [none, one, two] = await Promise.all([0, 1, 2].map((workers) => pixelsOf(set, workers)));
    assert.equal(none.length, 1);
    assert.deepEqual(one, none);
    assert.deepEqual(two, none);
  });

  it("reads clips that workers cannot open here and prepares them all the same", async () => {
    const [drawn] = (await syntheticClips({ perEmotion: 1, identities: 1, size: 32 })).clips;
    const own: Clip = { ...drawn, source: undefined };
    const [there, here] = await Promise.all(
      [[drawn], [own]].map((clips) => pixelsOf(new ClipSet(clips, dfewLabels), 1)),
    );
    assert.deepEqual(here, there);
  });

  it("reads a clip here whose source no thread can be given or open", async () => {
    const image = { count: 1, width: 1, height: 1, data: Uint8Array.of(4, 5, 6) };
    const facts = { id: "own", label: 0, identity: null, frameCount: 1, frameRate: null, truth: null };
    for (const source of [
      { module: "data:text/javascript,", data: () => "cannot be cloned" },
      { module: "data:text/javascript,throw new Error('no such module')", data: null },
    ]) {
      const clip: Clip = { ...facts, source, read: async () => image };
      const preparation = { size: 1, augment: null, randomKeys: [] };
      const pixels = await loadClip(clip, { frames: [0], preparation, workers: 1, cache: null });
      assert.deepEqual([...pixels], [4, 5, 6]);
    }
  });

  it("keeps what a thread has decoded, and needs neither the thread nor the clip for it again", async () => {
    const module = `data:text/javascript,export const openClip = (data) => ({
      read: async (frames) => ({ count: frames.length, width: 1, height: 1, data: Uint8Array.from(frames.flatMap((f) => [f, data, 9])) }),
    });`;
    const clip: Clip = {
      ...{ id: "there", label: 0, identity: null, frameCount: 9, frameRate: null, truth: null },
      source: { module, data: 7 },
      read: () => Promise.reject(new Error("not here")),
    };
    const cache = new FrameCache(1000);
    const preparation = { size: 1, augment: null, randomKeys: [] };
    const load = (workers: number) => loadClip(clip, { frames: [5, 2, 5], preparation, workers, cache });
    assert.deepEqual([...(await load(1))], [5, 7, 9, 2, 7, 9, 5, 7, 9]);
    assert.deepEqual([...cache.known(clip, [2, 5, 6]).keys()], [2, 5]);
    assert.deepEqual(await load(0), await load(1));
  });

  it("stops waiting for a thread once its signal is aborted", async () => {
    const clip = new FrameFolderClip(files(0), { id: "stopped" });
    const stop = new AbortController();
    const preparation = { size: 8, augment: null, randomKeys: [] };
    const loading = loadClip(clip, {
      frames: [0],
      preparation,
      workers: 1,
      cache: null,
      signal: stop.signal,
    });
    stop.abort(new Error("enough"));
    await assert.rejects(loading, /enough/);
  });

  it("passes on the clip's own error when a file is missing", async () => {
    const broken = new FrameFolderClip([...files(0).slice(0, 17), path.join(folder, "gone.jpg")], {
      id: "broken",
    });
    const read = async () => {
      const options = { batch: 1, frames: 18, size: 8, mode: "test", sampling: "even", workers: 1 } as const;
      for await (const batch of clipBatches(new ClipSet([broken], dfewLabels), options)) assert.ok(batch);
    };
    await assert.rejects(read, { name: "DataError", message: /gone\.jpg: there is no such image/ });
  });

  it("keeps which frames are damaged, read here or by a worker", async () => {
    const half = path.join(folder, "half.jpg");
    await writeFile(half, await halfGreyJpeg());
    for (const workers of [0, 1]) {
      const clip = new FrameFolderClip([...files(0).slice(0, 5), half, ...files(0)], {
        id: `half ${workers}`,
      });
      const preparation = { size: 8, augment: null, randomKeys: [] };
      await loadClip(clip, { frames: [0, 5, 9, 5], preparation, workers, cache: null });
      assert.deepEqual(
        damagedFramesOf(clip).map(([frame]) => frame),
        [5],
        `${workers} workers`,
      );
    }
  });
});
