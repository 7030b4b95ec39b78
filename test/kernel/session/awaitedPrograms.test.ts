import assert from "node:assert/strict";
import childProcess, { execFileSync, execSync, spawnSync } from "node:child_process";
import { runInCell } from "../../../kernel/session/cellContext.js";
import { Interrupted } from "../../../kernel/session/cellError.js";
import { showAwaitedPrograms } from "../../../kernel/session/awaitedPrograms.js";
import { newSharedState, sharedState } from "../../../kernel/session/sharedState.js";
import { listenForKernel } from "../../../kernel/session/keptListeners.js";
import { recordedCell } from "./recordedCell.js";

const { awaitsProgram, stopping } = sharedState;

describe("a program that the main thread waits for", () => {
  let state: Int32Array;
  let restore: () => void;
  let begun: number;
  beforeEach(() => {
    [state, begun] = [newSharedState(), 0];
    restore = showAwaitedPrograms(state, () => void begun++);
  });
  afterEach(() => restore());

  /** Each way to wait for a program; each is ended by a signal of its own making. */
  const calls: Readonly<Record<string, () => unknown>> = {
    execSync: () => execSync("kill -TERM $$", { stdio: "ignore" }),
    execFileSync: () => execFileSync("sh", ["-c", "kill -TERM $$"], { stdio: "ignore" }),
    spawnSync: () => childProcess.spawnSync("sh", ["-c", "kill -TERM $$"]),
  };

  for (const [name, call] of Object.entries(calls))
    it(`ends its cell as stopped when a stop has ended it, by ${name}`, () => {
      const { cell } = recordedCell();
      state[stopping] = 1;
      assert.throws(() => runInCell(cell, call), Interrupted);
      assert.ok(cell.signal.aborted);
      assert.equal(state[awaitsProgram], 0, "nobody waits any more");
    });

  it("tells its cell of a signal that was not the stop's", () => {
    const { cell } = recordedCell();
    assert.throws(() => runInCell(cell, calls.execSync), /Command failed/);
    assert.equal((runInCell(cell, calls.spawnSync) as { signal: string }).signal, "SIGTERM");
    assert.equal(cell.signal.aborted, false);
  });

  it("shows in memory that it is awaited", () => {
    const during = {
      get env() {
        return { AWAITED: String(state[awaitsProgram]) };
      },
    };
    assert.equal(execSync("echo $AWAITED", during).toString(), "1\n");
    assert.equal(spawnSync("true").status, 0);
    assert.deepEqual([state[awaitsProgram], begun], [0, 2]);
  });

  it("lets SIGTERM have its usual effect meanwhile, which the kernel's listener could not bring about", () => {
    const end = listenForKernel("SIGTERM", () => {});
    const listening: number[] = [];
    const during = {
      get env() {
        listening.push(process.listenerCount("SIGTERM"));
        return {};
      },
    };
    const before = process.listenerCount("SIGTERM");
    execSync("true", during);
    assert.deepEqual([listening[0], process.listenerCount("SIGTERM")], [before - 1, before]);
    end();
  });
});
