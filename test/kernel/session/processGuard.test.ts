import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { startOwnThread } from "../../../kernel/aen/host/ownThreads.js";
import { runInCell, type CellContext } from "../../../kernel/session/cellContext.js";
import { Interrupted } from "../../../kernel/session/cellError.js";
import { ExitCalled } from "../../../kernel/session/processEnds.js";
import { guardProcess } from "../../../kernel/session/processGuard.js";
import { isAlive } from "../../../kernel/files/processes.js";
import { until } from "../../until.js";
import { recordedCell } from "./recordedCell.js";

describe("a process that cells run in", () => {
  let restore: () => void;
  let last: CellContext | undefined;
  let exits: unknown[];
  const { exit } = process;
  const events = ["uncaughtException", "unhandledRejection"] as const;

  beforeEach(() => {
    [last, exits] = [undefined, []];
    process.exit = ((code) => exits.push(code)) as typeof process.exit;
    restore = guardProcess(() => last);
  });
  afterEach(() => {
    restore();
    process.exit = exit;
  });

  /** Tells what the guard has heard of an event, and nobody else: the test runner listens as well. */
  const tell = (event: (typeof events)[number], error: unknown) =>
    (process.listeners(event as "uncaughtException").at(-1) as (error: unknown) => void)(error);

  it("is not left by `process.exit`: that ends the cell, with its code", () => {
    for (const [given, code] of [
      [3, 3],
      [undefined, 0],
      ["4", 4],
    ] as const) {
      const { cell } = recordedCell();
      const left = () => runInCell(cell, () => process.exit(given));
      assert.throws(left, (error) => error instanceof ExitCalled && error.exitCode === code);
      assert.ok(cell.signal.reason instanceof ExitCalled);
    }
    assert.deepEqual(exits, []);
  });

  it("is left by the kernel's own `process.exit`", () => {
    (process.exit as (code: number) => unknown)(5);
    assert.deepEqual(exits, [5]);
  });

  it("shows what nobody has caught in the cell that it comes from, or else in the last one", () => {
    for (const event of events) {
      const [own, other] = [recordedCell(1), recordedCell(2)];
      last = other.cell;
      runInCell(own.cell, () => tell(event, new RangeError("of one")));
      tell(event, new TypeError("of nobody"));
      assert.match(JSON.stringify(own.outputs), /RangeError.*of one/);
      assert.match(JSON.stringify(other.outputs), /TypeError.*of nobody/);
      assert.doesNotMatch(JSON.stringify(own.outputs), /of nobody/);
    }
  });

  it("ends the threads that a cell has started when the cell is stopped, but none of AEN's own", async () => {
    const { cell } = recordedCell();
    const start = () => new Worker("setInterval(() => {}, 1000)", { eval: true });
    const [theirs, own] = [runInCell(cell, start), runInCell(cell, () => startOwnThread(start))];
    await Promise.all([once(theirs, "online"), once(own, "online")]);
    const ended = once(theirs, "exit");
    cell.stop(new Interrupted());
    await ended;
    assert.ok(own.threadId > 0, "AEN's own lives on");
    await own.terminate();
  });

  it("ends the programs that such a thread has started, too, and no others", async () => {
    const { cell } = recordedCell();
    const code = `const child = require("node:child_process").spawn("sleep", ["600"]);
      require("node:worker_threads").parentPort.postMessage(child.pid); setInterval(() => {}, 1000);`;
    const kernels = spawn("sleep", ["600"]);
    const worker = runInCell(cell, () => new Worker(code, { eval: true }));
    const [pid] = (await once(worker, "message")) as [number];
    assert.ok(isAlive(pid));
    cell.stop(new Interrupted());
    await until("the thread's program has ended", () => !isAlive(pid));
    assert.ok(isAlive(kernels.pid!));
    kernels.kill();
  });

  it("listens to SIGTERM while programs run, and then ends them with itself", async () => {
    const before = process.listenerCount("SIGTERM");
    const child = runInCell(recordedCell().cell, () => spawn("sleep", ["600"]));
    const ended = once(child, "exit");
    assert.equal(process.listenerCount("SIGTERM"), before + 1);
    (process.listeners("SIGTERM").at(-1) as () => void)();
    assert.deepEqual(await ended, [null, "SIGTERM"]);
    assert.deepEqual(exits, [143]);
    assert.equal(process.listenerCount("SIGTERM"), before);
  });

  it("ends the programs that a cell has started when the cell is stopped, and no others", async () => {
    const [stopped, goesOn] = [recordedCell(1), recordedCell(2)];
    const start = () => spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    const [theirs, others] = [stopped, goesOn].map(({ cell }) => runInCell(cell, start));
    const kernels = start();
    const ended = once(theirs, "exit");
    stopped.cell.stop(new Interrupted());
    assert.deepEqual(await ended, [null, "SIGTERM"]);
    assert.deepEqual([others.killed, kernels.killed], [false, false]);
    for (const child of [others, kernels]) child.kill();
  });

  it("is as it was once the guard goes", () => {
    const counts = () => events.map((event) => process.listenerCount(event));
    const guarded = counts();
    restore();
    assert.deepEqual(
      counts(),
      guarded.map((count) => count - 1),
    );
    runInCell(recordedCell().cell, () => (process.exit as (code: number) => unknown)(6));
    assert.deepEqual(exits, [6]);
  });
});
