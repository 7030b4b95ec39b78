import assert from "node:assert/strict";
import type { CellExecution } from "../../../kernel/session/cellExecution.js";
import { endStuckCells, NeverEnds } from "../../../kernel/session/stuckCells.js";
import { followReference } from "../../../kernel/session/unreferencedTimers.js";
import { recordedCell } from "./recordedCell.js";

describe("a cell in a process that nothing keeps alive", () => {
  let running: CellExecution | undefined;
  let restore: () => void;
  const listeners = process.listenerCount("beforeExit");
  beforeEach(() => (restore = endStuckCells(() => running)));
  afterEach(() => restore());

  /** What Node does whenever nothing is left to do. */
  const look = (times: number) => {
    const [listener] = process.listeners("beforeExit").slice(-1);
    for (let time = 0; time < times; time++) listener.call(process, 0);
  };
  const isEnded = () => running!.signal.reason instanceof NeverEnds;

  it("is ended when that stays so, and not before", () => {
    running = recordedCell().cell;
    look(20);
    assert.equal(isEnded(), false);
    look(1);
    assert.equal(isEnded(), true);
  });

  it("is not ended while it asks its user, or a timer is to fire that keeps nothing alive", async () => {
    let answer = (_: string): void => {};
    running = recordedCell(1, () => new Promise((resolve) => (answer = resolve))).cell;
    const asked = running.input("", false);
    look(50);
    answer("an answer");
    await asked;
    const timer = followReference(setTimeout(() => {}, 60_000)).unref();
    look(50);
    assert.equal(isEnded(), false);
    clearTimeout(timer);
    look(21);
    assert.equal(isEnded(), true);
  });

  it("is not the one that ran before", () => {
    running = recordedCell(1).cell;
    look(20);
    running = recordedCell(2).cell;
    look(20);
    assert.equal(isEnded(), false);
    running = undefined;
    look(50);
  });

  it("is left alone afterwards", () => {
    restore();
    assert.equal(process.listenerCount("beforeExit"), listeners);
  });
});
