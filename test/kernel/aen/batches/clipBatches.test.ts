import assert from "node:assert/strict";
import { clipBatches, type ClipBatchesOptions } from "../../../../kernel/aen/batches/clipBatches.js";
import { syntheticClips } from "../../../../kernel/aen/synthetic/syntheticClips.js";
import type { ClipBatch } from "../../../../kernel/aen/batches/clipBatch.js";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";

async function read(set: ClipSet, options: Partial<ClipBatchesOptions>): Promise<ClipBatch[]> {
  const batches: ClipBatch[] = [];
  const whole = { batch: 4, frames: 4, size: 16, mode: "train", ...options } as const;
  for await (const batch of clipBatches(set, whole)) batches.push(batch);
  return batches;
}

describe("an epoch of batches of clips", function () {
  this.timeout(300_000);
  let set: ClipSet;
  before(async () => {
    set = await syntheticClips({ perEmotion: 2, identities: 2, size: 32, seed: 3 });
  });

  it("holds every clip once in training, in random order, without the last batch when it is not full", async () => {
    const batches = await read(set, {});
    assert.deepEqual(
      batches.map(({ clips }) => clips.length),
      [4, 4, 4],
    );
    const ids = batches.flatMap(({ clips }) => clips.map(({ id }) => id));
    assert.equal(new Set(ids).size, 12);
    assert.notDeepEqual(
      ids,
      set.clips.slice(0, 12).map(({ id }) => id),
    );
  });

  it("holds every clip in order in test", async () => {
    const batches = await read(set, { mode: "test" });
    assert.deepEqual(
      batches.flatMap(({ clips }) => clips.map(({ id }) => id)),
      set.clips.map(({ id }) => id),
    );
    assert.equal(batches.at(-1)!.batch, 2);
    assert.equal(batches.at(-1)!.pixels.length, 2 * 4 * 16 * 16 * 3);
    assert.deepEqual([...batches[0].labels], [0, 1, 2, 3]);
  });

  it("gives the same pixels for the same seed and epoch, others for another epoch", async () => {
    const [first, again, next] = await Promise.all([
      read(set, { seed: 5, epoch: 1 }),
      read(set, { seed: 5, epoch: 1 }),
      read(set, { seed: 5, epoch: 2 }),
    ]);
    assert.deepEqual(first, again);
    assert.notDeepEqual(first[0].pixels, next[0].pixels);
  });

  it("draws all emotions equally often when balanced", async () => {
    const uneven = set.filter(({ label }, index) => label === 0 || index === 1);
    const batches = await read(uneven, { balanced: true, batch: 1, seed: 2, epoch: 0 });
    const many = (
      await Promise.all(
        Array.from({ length: 40 }, (_, epoch) =>
          read(uneven, { balanced: true, batch: 1, epoch, size: 8, frames: 1 }),
        ),
      )
    ).flat();
    const share = many.filter(({ labels }) => labels[0] === 1).length / many.length;
    assert.equal(batches.length, 3);
    assert.ok(share > 0.35 && share < 0.65, `share ${share}`);
  });

  it("reads the nearest frame with a face in place of one without, on request, under its own number", async () => {
    const { clips, labels } = set;
    const sights = Array.from({ length: clips[0].frameCount }, (_, frame) => (frame < 20 ? "none" : "seen"));
    const faceSights = sights as ("none" | "seen")[];
    const marked = new ClipSet([Object.assign(Object.create(clips[0]) as Clip, { faceSights })], labels);
    const [[own], [stood]] = await Promise.all(
      (["itself", "nearest face"] as const).map((facelessAs) =>
        read(marked, { mode: "test", frames: 24, sampling: "even", facelessAs, workers: 0 }),
      ),
    );
    assert.deepEqual(stood.frameNumbers, own.frameNumbers);
    const frame = (batch: ClipBatch, number: number) =>
      batch.pixels.subarray(number * 768, (number + 1) * 768);
    assert.deepEqual(frame(stood, 3), frame(own, 20));
    assert.deepEqual(frame(stood, 22), frame(own, 22));
    assert.notDeepEqual(frame(own, 3), frame(own, 20));
  });

  it("stops when its signal is aborted", async () => {
    const controller = new AbortController();
    controller.abort(new Error("Enough."));
    await assert.rejects(read(set, { signal: controller.signal }), /Enough/);
  });

  it("says which option is wrong", async () => {
    await assert.rejects(read(set, { batch: 0 }), /"batch" must be a positive whole number, got 0/);
  });
});
