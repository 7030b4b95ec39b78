import assert from "node:assert/strict";
import timers from "node:timers";
import timersPromises from "node:timers/promises";
import { promisify } from "node:util";
import { currentCell, runInCell } from "../../../kernel/session/cellContext.js";
import { Interrupted } from "../../../kernel/session/cellError.js";
import { makeTimersStoppable, nodeTimers } from "../../../kernel/session/stoppableTimers.js";
import { until } from "../../until.js";
import { recordedCell } from "./recordedCell.js";

describe("timers of a cell", () => {
  let restore: () => void;
  const node = { setTimeout, setInterval, setImmediate };
  beforeEach(() => (restore = makeTimersStoppable()));
  afterEach(() => restore());

  /** A turn in which every immediate and every timer of a millisecond fires that was started before. */
  const turn = () =>
    new Promise<void>((done) => nodeTimers.setTimeout(() => nodeTimers.setImmediate(() => done()), 1));

  /** How many timers keep the process alive. */
  const active = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

  it("call back in the cell, with their arguments, and as methods of the timer", async () => {
    const { cell } = recordedCell();
    const called: unknown[] = [];
    runInCell(cell, () => {
      const timer = setTimeout(
        function (this: unknown, ...args: unknown[]) {
          called.push([this === timer, currentCell() === cell, ...args]);
        },
        1,
        "a",
        2,
      );
      setImmediate((...args: unknown[]) => called.push([currentCell() === cell, ...args]), "b");
    });
    await until("both have been called", () => called.length === 2);
    assert.deepEqual(called.toSorted(), [
      [true, "b"],
      [true, true, "a", 2],
    ]);
  });

  it("fire no more once it is stopped, nor when it starts them afterwards", async () => {
    const { cell } = recordedCell();
    const fired: string[] = [];
    const start = (when: string) => {
      setTimeout(() => fired.push(`timeout ${when}`), 1);
      setInterval(() => fired.push(`interval ${when}`), 1);
      setImmediate(() => fired.push(`immediate ${when}`));
    };
    runInCell(cell, () => start("before"));
    cell.stop(new Interrupted());
    runInCell(cell, () => start("after"));
    await turn();
    assert.deepEqual(fired, []);
  });

  for (const end of ["cleared", "stopped with the cell"]) {
    it(`repeat until they are ${end}`, async () => {
      const { cell } = recordedCell();
      await turn();
      const before = active();
      let count = 0;
      const timer = runInCell(cell, () => setInterval(() => count++, 1));
      await until("it has fired three times", () => count >= 3);
      if (end === "cleared") clearInterval(timer);
      else cell.stop(new Interrupted());
      assert.ok(active() <= before, "it keeps the process alive no more");
      const last = count;
      await turn();
      assert.equal(count, last);
    });
  }

  it("show what their callbacks throw in the cell, and go on", async () => {
    const { cell, outputs } = recordedCell();
    let done = false;
    runInCell(cell, () => {
      setImmediate(() => {
        throw new RangeError("late");
      });
      setImmediate(() => (done = true));
    });
    await until("the second has been called", () => done);
    assert.deepEqual(
      outputs.map((output) => output.output_type === "error" && output.ename),
      ["RangeError"],
    );
  });

  it("as promises are given up with the cell, or by the caller's own signal", async () => {
    const [stopped, aborting] = [recordedCell(), recordedCell()];
    const waits = runInCell(stopped.cell, () => [
      timersPromises.setTimeout(100_000),
      timersPromises.setInterval(100_000)[Symbol.asyncIterator]().next(),
    ]);
    const ended = waits.map((wait) => assert.rejects(wait, { name: "AbortError" }));
    stopped.cell.stop(new Interrupted());
    await Promise.all(ended);
    const own = new AbortController();
    const options = { signal: own.signal };
    const wait = runInCell(aborting.cell, () => timersPromises.setTimeout(100_000, "value", options));
    own.abort();
    await assert.rejects(wait, { name: "AbortError" });
    assert.equal(await runInCell(aborting.cell, () => timersPromises.setImmediate("value")), "value");
  });

  it("are Node's outside of cells, by every name", async () => {
    assert.equal(timers.setTimeout, setTimeout);
    assert.equal(await promisify(setTimeout)(1, "value"), "value");
    let called: unknown;
    setImmediate(() => (called = currentCell() ?? "no cell"));
    await turn();
    assert.equal(called, "no cell");
  });

  it("are Node's again afterwards, but for those that somebody else has replaced", () => {
    const theirs = (() => 0) as unknown as typeof setInterval;
    globalThis.setInterval = theirs;
    restore();
    assert.deepEqual(
      [setTimeout, setImmediate, timers.setInterval],
      [node.setTimeout, node.setImmediate, node.setInterval],
    );
    assert.equal(setInterval, theirs);
    globalThis.setInterval = node.setInterval;
  });
});
