import assert from "node:assert/strict";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { runInCell, type CellContext } from "../../../kernel/session/cellContext.js";
import { Interrupted } from "../../../kernel/session/cellError.js";
import { newSharedState, sharedState } from "../../../kernel/session/sharedState.js";
import { makeWaitsStoppable } from "../../../kernel/session/stoppableWaits.js";
import { recordedCell } from "./recordedCell.js";

describe("Atomics.wait of a cell", () => {
  const state = newSharedState();
  const memory = new Int32Array(new SharedArrayBuffer(8));
  const original = Atomics.wait;
  let thread: Worker;
  let restore: () => void;
  const inCell = <T>(body: () => T, cell: CellContext = recordedCell().cell) => runInCell(cell, body);

  before(async () => {
    thread = new Worker(
      `const { workerData, parentPort } = require("node:worker_threads");
     parentPort.on("message", ({ of, index, value, after }) => setTimeout(() => {
       Atomics.store(workerData[of], index, value);
       Atomics.notify(workerData[of], index);
     }, after));`,
      { eval: true, workerData: { state, memory } },
    );
    await once(thread, "online");
  });
  beforeEach(() => {
    memory.fill(0);
    restore = makeWaitsStoppable(state);
  });
  afterEach(() => {
    restore();
    Atomics.store(state, sharedState.stopping, 0);
    assert.equal(Atomics.wait, original);
  });
  after(() => thread.terminate());

  it("says what the engine's says, of values, notices and limits longer than a turn", () => {
    assert.equal(
      inCell(() => Atomics.wait(memory, 0, 1)),
      "not-equal",
    );
    for (const limit of [-1, 0, 5, 120])
      assert.equal(
        inCell(() => Atomics.wait(memory, 0, 0, limit)),
        "timed-out",
      );
    for (const after of [10, 130]) {
      memory[1] = 0;
      thread.postMessage({ of: "memory", index: 1, value: after, after });
      assert.equal(
        inCell(() => Atomics.wait(memory, 1, 0)),
        "ok",
      );
      assert.equal(memory[1], after);
    }
    assert.throws(() => inCell(() => Atomics.wait(new Int32Array(2) as never, 0, 0)), TypeError);
  });

  it("ends with the cell when that is stopped", () => {
    const { cell } = recordedCell();
    thread.postMessage({ of: "state", index: sharedState.stopping, value: 1, after: 30 });
    assert.throws(() => inCell(() => Atomics.wait(memory, 0, 0, 600_000), cell), Interrupted);
    assert.ok(cell.signal.aborted);
    assert.throws(
      () => inCell(() => Atomics.wait(memory, 0, 0, 600_000), cell),
      Interrupted,
      "and so does the next",
    );
  });

  it("is the engine's outside of cells", () => {
    Atomics.store(state, sharedState.stopping, 1);
    assert.equal(Atomics.wait(memory, 0, 0, 5), "timed-out");
  });
});
