import assert from "node:assert/strict";
import { linkSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { clipBatches } from "../../../../../kernel/aen/batches/clipBatches.js";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

const folders = 300;
const frames = 16;

/** Open files and pipes of this process; null where the system does not tell. */
function openHandles(): number | null {
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return null;
  }
}

describe("a published data set of many folders", function () {
  this.timeout(60_000);
  const root = temporaryFolder();

  before(async () => {
    const picture = path.join(root, "one.jpg");
    await sharp({ create: { width: 16, height: 16, channels: 3, background: "teal" } })
      .jpeg()
      .toFile(picture);
    const table = path.join(root, "EmoLabel_DataSplit", "train(single-labeled)");
    mkdirSync(table, { recursive: true });
    const rows = Array.from({ length: folders }, (_, clip) => `${clip + 1},${(clip % 7) + 1}`);
    writeFileSync(path.join(table, "set_1.csv"), ["video_name,label", ...rows].join("\n"));
    for (let clip = 1; clip <= folders; clip++) {
      const folder = path.join(root, "clip_224x224", String(clip).padStart(5, "0"));
      mkdirSync(folder, { recursive: true });
      for (let frame = 1; frame <= frames; frame++) linkSync(picture, path.join(folder, `${frame}.jpg`));
    }
  });

  it("is opened whole and read to its end with a bounded number of open files", async () => {
    const set = await clips.fromDataset("DFEW", root, { split: "train" });
    assert.deepEqual(
      [set.length, set.clips.every(({ frameCount }) => frameCount === frames)],
      [folders, true],
    );
    const before = openHandles();
    const most: number[] = [];
    let read = 0;
    for await (const batch of clipBatches(set, {
      batch: 20,
      frames,
      size: 16,
      mode: "test",
      workers: 0,
      cache: false,
    })) {
      read += batch.batch;
      most.push(openHandles() ?? 0);
    }
    assert.equal(read, folders);
    if (before !== null)
      assert.ok(Math.max(...most) <= before + 64, `${before} open files became ${Math.max(...most)}`);
  });

  it("lets other work of its thread go on while it is opened, so that a stop ends it", async () => {
    const stop = new AbortController();
    setImmediate(() => stop.abort(new Error("stopped")));
    const slow = Array.from({ length: 50 }, () =>
      clips.fromDataset("DFEW", root, { split: "train", signal: stop.signal }),
    );
    await assert.rejects(Promise.all(slow), /stopped/);
    await Promise.allSettled(slow);
  });
});
