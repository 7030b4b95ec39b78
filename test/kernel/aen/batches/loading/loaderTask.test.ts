import assert from "node:assert/strict";
import { doTask, type LoaderTask } from "../../../../../kernel/aen/batches/loading/loaderTask.js";

const frame = { width: 1, height: 1, data: Uint8Array.of(8, 8, 8) };
const source = {
  module: `data:text/javascript,export const openClip = (data) => ({
    read: async (frames) => ({ count: frames.length, width: 1, height: 1, data: Uint8Array.from(frames.flatMap((f) => [f, data.red, 0])) }),
  });`,
  data: { red: 200 },
};
const task = (change: Partial<LoaderTask>): LoaderTask => ({
  ...{ number: 41, source, frames: [1, 0, 1], known: [], keep: false },
  preparation: { size: 1, augment: null, randomKeys: [] },
  ...change,
});

describe("the task of a worker thread", () => {
  it("is to open the clip from its source, read the frames and prepare them", async () => {
    const reply = await doTask(task({}));
    assert.deepEqual(reply, {
      number: 41,
      pixels: Uint8Array.of(1, 200, 0, 0, 200, 0, 1, 200, 0),
      decoded: [],
      damaged: [],
    });
  });

  it("is to send back what it had to decode, when that is to be kept", async () => {
    const reply = await doTask(task({ keep: true, known: [[1, frame]] }));
    assert.ok("pixels" in reply);
    assert.deepEqual([...reply.pixels], [8, 8, 8, 0, 200, 0, 8, 8, 8]);
    assert.deepEqual(
      reply.decoded.map(([number, { data }]) => [number, ...data]),
      [[0, 0, 200, 0]],
    );
  });

  it("needs no source where all frames are known, and fails without one where they are not", async () => {
    const reply = await doTask(task({ source: null, frames: [1], known: [[1, frame]] }));
    assert.deepEqual("pixels" in reply && [...reply.pixels], [8, 8, 8]);
    const failed = "Error: All frames of this clip should be known.";
    assert.deepEqual(await doTask(task({ source: null, known: [[1, frame]] })), { number: 41, failed });
  });

  it("answers an error in words under its number, and does not throw", async () => {
    for (const [module, message] of [
      ["data:text/javascript,throw new RangeError('bad module')", "RangeError: bad module"],
      ["data:text/javascript,export const openClip = () => { throw new Error('shut'); }", "Error: shut"],
    ])
      assert.deepEqual(await doTask(task({ source: { module, data: null } })), {
        number: 41,
        failed: message,
      });
  });
});
