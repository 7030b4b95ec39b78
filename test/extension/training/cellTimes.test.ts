import "../standIn/register.js";
import assert from "node:assert/strict";
import { mock } from "node:test";
import type * as standIn from "../standIn/vscode.js";

const { EventEmitter } = (await import("vscode")) as unknown as typeof standIn;
const { CellTimes } = await import("../../../extension/training/cellTimes.js");

describe("how long a cell will take", () => {
  const worked = new EventEmitter<unknown>();
  const kept = new Map<string, unknown>();
  const memory = {
    get: (name: string, otherwise: unknown) => kept.get(name) ?? otherwise,
    update: async (name: string, value: unknown) => void kept.set(name, value),
  };
  let times: InstanceType<typeof CellTimes>;
  const cellOf = (text: string) => ({ document: { getText: () => text } });

  /** Begins a cell and lets time pass. */
  function begin(text: string, seconds: number) {
    const work = { cell: cellOf(text), started: Date.now(), isRunning: true };
    worked.fire(work);
    mock.timers.tick(1000 * seconds);
    return work as never;
  }
  function run(text: string, seconds: number, success = true): void {
    const work = begin(text, seconds);
    worked.fire({ ...(work as object), isRunning: false, success });
  }

  beforeEach(() => {
    mock.timers.enable({ apis: ["Date"] });
    kept.clear();
    times = new CellTimes({ onDidWork: worked.event } as never, memory as never);
  });
  afterEach(() => {
    times.dispose();
    mock.timers.reset();
  });

  it("is what is left of its last run, also in another session and for an equal cell", () => {
    run("train()", 120);
    times.dispose();
    times = new CellTimes({ onDidWork: worked.event } as never, memory as never);
    assert.equal(times.secondsLeft(begin("train()\n", 30)), 90);
  });

  it("is not known for a cell that was edited, failed, took no time, or takes longer now", () => {
    run("train()", 120);
    assert.equal(times.secondsLeft(begin("train(2)", 1)), undefined);
    assert.equal(times.secondsLeft(begin("train()", 121)), undefined);
    run("fails()", 120, false);
    assert.equal(times.secondsLeft(begin("fails()", 1)), undefined);
    run("quick()", 4);
    assert.equal(times.secondsLeft(begin("quick()", 1)), undefined);
  });

  it("is that of the last 500 cells", () => {
    run("first()", 10);
    run("second()", 10);
    for (let i = 0; i < 499; i++) run(`cell ${i}`, 10);
    assert.equal(times.secondsLeft(begin("first()", 1)), undefined);
    assert.equal(times.secondsLeft(begin("second()", 1)), 9);
  });
});
