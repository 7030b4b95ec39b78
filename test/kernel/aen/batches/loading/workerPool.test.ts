import assert from "node:assert/strict";
import type { LoaderTask } from "../../../../../kernel/aen/batches/loading/loaderTask.js";
import { usualWorkers, WorkerPool } from "../../../../../kernel/aen/batches/loading/workerPool.js";

const preparation = { size: 8, augment: null, randomKeys: [1] };
function picture(value: number) {
  return { width: 8, height: 8, data: new Uint8Array(new SharedArrayBuffer(192)).fill(value) };
}
const known = (value: number): Omit<LoaderTask, "number"> => {
  return { source: null, frames: [0], known: [[0, picture(value)]], keep: false, preparation };
};
/** A task for a clip of a module of these lines. */
const from = (module: string, data: unknown = null): Omit<LoaderTask, "number"> => {
  const source = { module: `data:text/javascript,${module}`, data };
  return { source, frames: [0], known: [], keep: false, preparation };
};

const never = () => from("export const openClip = () => ({ read: () => new Promise(() => {}) });");

describe("a pool of worker threads", () => {
  let pool: WorkerPool;
  beforeEach(() => (pool = new WorkerPool()));
  afterEach(() => pool.close());

  it("gives each task its own answer, however many there are for however few threads", async () => {
    const values = Array.from({ length: 12 }, (_, value) => value);
    const replies = await Promise.all(values.map((value) => pool.run(known(value), 1 + (value % 2))));
    replies.forEach((reply, value) => {
      assert.deepEqual("pixels" in reply && [...new Set(reply.pixels)], [value]);
      assert.equal(reply.number, value);
    });
  });

  it("answers what a dead worker has left undone as failed and starts another", async () => {
    const lost = await Promise.all([
      pool.run(never(), 1),
      pool.run(from("export function openClip() { process.exit(3); }"), 1),
    ]);
    for (const reply of lost) assert.match("failed" in reply ? reply.failed : "", /ended with code 3/);
    const done = await pool.run(known(7), 1);
    assert.deepEqual("pixels" in done && [...done.pixels], Array(192).fill(7));
  });

  it("answers a task that cannot be cloned as failed and goes on", async () => {
    const reply = await pool.run(
      from("", () => 1),
      1,
    );
    assert.match("failed" in reply ? reply.failed : "", /DataCloneError/);
    assert.ok("pixels" in (await pool.run(known(1), 1)));
  });

  it("answers what is unfinished as failed when it is closed", async () => {
    const unfinished = pool.run(never(), 1);
    await pool.close();
    assert.ok("failed" in (await unfinished));
  });

  it("is of one to four threads unless told otherwise", () => {
    assert.ok(Number.isInteger(usualWorkers) && usualWorkers >= 1 && usualWorkers <= 4);
  });
});
