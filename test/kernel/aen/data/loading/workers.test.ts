import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import type { Clip } from "../../../../../kernel/aen/data/clip.js";
import { clipBatches } from "../../../../../kernel/aen/data/clipBatches.js";
import { ClipSet } from "../../../../../kernel/aen/data/clipSet.js";
import { FrameFolderClip } from "../../../../../kernel/aen/data/images/frameFolderClip.js";
import { WorkerPool } from "../../../../../kernel/aen/data/loading/workerPool.js";
import { syntheticClips } from "../../../../../kernel/aen/data/synthetic/syntheticClips.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";

async function pixelsOf(set: ClipSet, workers: number): Promise<Uint8Array[]> {
  const pixels: Uint8Array[] = [];
  const options = { batch: 3, frames: 6, size: 24, mode: "train", seed: 9, cache: false } as const;
  for await (const batch of clipBatches(set, { ...options, workers })) pixels.push(batch.pixels);
  return pixels;
}

describe("loading in worker threads", function () {
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

  it("answers what a dead worker has left undone as failed and starts another", async () => {
    const pool = new WorkerPool();
    const preparation = { size: 8, augment: null, randomKeys: [1] };
    const dies = {
      module: "data:text/javascript,export function openClip() { process.exit(3); }",
      data: null,
    };
    const lost = await pool.run({ source: dies, frames: [0], known: [], keep: false, preparation }, 1);
    assert.match("failed" in lost ? lost.failed : "", /ended with code 3/);
    const frame = { width: 8, height: 8, data: new Uint8Array(new SharedArrayBuffer(192)).fill(7) };
    const done = await pool.run(
      { source: null, frames: [0], known: [[0, frame]], keep: false, preparation },
      1,
    );
    assert.deepEqual("pixels" in done && [...done.pixels], Array(192).fill(7));
    await pool.close();
  });
});
