import assert from "node:assert/strict";
import { runInCell } from "../../../kernel/session/cellContext.js";
import { ExitCalled, keepFromEnding } from "../../../kernel/session/processEnds.js";
import { recordedCell } from "./recordedCell.js";

describe("a call that ends the process", () => {
  const { exit, kill } = process;
  let calls: unknown[][];
  let restore: () => void;

  beforeEach(() => {
    calls = [];
    process.exit = ((...args) => void calls.push(["exit", ...args])) as typeof process.exit;
    process.kill = ((...args) => calls.push(["kill", ...args]) > 0) as typeof process.kill;
    restore = keepFromEnding((signal) => signal === "SIGUSR2");
  });
  afterEach(() => {
    restore();
    Object.assign(process, { exit, kill });
  });

  const own = process.pid;
  const ending: readonly (readonly [string, () => unknown, number])[] = [
    ["process.exit(3)", () => process.exit(3), 3],
    [
      "process.reallyExit(4)",
      () => (process as unknown as { reallyExit(code: number): void }).reallyExit(4),
      4,
    ],
    ["process.abort()", () => process.abort(), 134],
    [`process.kill(${own}, "SIGTERM")`, () => process.kill(own), 143],
    [`process.kill(${own}, "SIGKILL")`, () => process.kill(own, 9), 137],
    [`process.kill(0, "SIGHUP")`, () => process.kill(0, "SIGHUP"), 129],
  ];
  for (const [call, body, code] of ending)
    it(`ends its cell instead: ${call}`, () => {
      const { cell } = recordedCell();
      assert.throws(
        () => runInCell(cell, body),
        (error) =>
          error instanceof ExitCalled &&
          error.exitCode === code &&
          error.message.startsWith(`${call} ended this cell`),
      );
      assert.ok(cell.signal.aborted);
      assert.deepEqual(calls, []);
    });

  it("is made where it ends nothing: for other processes, for signals that the cell hears or that end none", () => {
    const { cell } = recordedCell();
    const harmless = [
      [own, 0],
      [own, "SIGUSR2"],
      [own, "SIGINT"],
      [1 << 22, "SIGKILL"],
    ] as const;
    for (const args of harmless) runInCell(cell, () => process.kill(args[0], args[1]));
    assert.deepEqual(
      calls,
      harmless.map((args) => ["kill", ...args]),
    );
    assert.equal(cell.signal.aborted, false);
  });

  it("is made outside a cell", () => {
    (process.exit as (code: number) => unknown)(5);
    assert.deepEqual(calls, [["exit", 5]]);
  });
});
