import assert from "node:assert/strict";
import { mock } from "node:test";
import { holdMainThread, Interrupter } from "../../../kernel/session/interrupter.js";
import { newSharedState, sharedState } from "../../../kernel/session/sharedState.js";

const { acknowledged, holds, stopping, outstanding } = sharedState;

describe("an interrupter", () => {
  let state: Int32Array;
  beforeEach(() => {
    state = newSharedState();
    mock.timers.enable({ apis: ["setTimeout"] });
  });
  afterEach(() => mock.timers.reset());

  /** What it does when it insists: here, on the main thread itself, nobody can be terminated. */
  const insists = { code: "ERR_INSPECTOR_NOT_WORKER" };

  it("asks each time, and tells a thread that waits for room to go on", () => {
    let asked = 0;
    const interrupter = new Interrupter(state, () => asked++);
    interrupter.interrupt();
    assert.deepEqual([asked, state[stopping]], [1, 1]);
    interrupter.interrupt();
    assert.equal(asked, 2);
  });

  it("leaves a main thread alone that has seen every interrupt", () => {
    const interrupter = new Interrupter(state, () => state[acknowledged]++);
    interrupter.interrupt();
    interrupter.interrupt();
    mock.timers.tick(1000);
  });

  it("terminates what runs when the main thread has not seen it after a while, not sooner", () => {
    new Interrupter(state, () => {}).interrupt();
    mock.timers.tick(119);
    assert.throws(() => mock.timers.tick(1), insists);
  });

  it("insists on the last one as well", () => {
    const interrupter = new Interrupter(state, () => {});
    interrupter.interrupt();
    state[acknowledged] = 1;
    interrupter.interrupt();
    assert.throws(() => mock.timers.tick(120), insists);
  });

  it("does not terminate a thread that waits for room, and comes back until it has gone on", () => {
    state[holds] = 1;
    new Interrupter(state, () => {}).interrupt();
    state[stopping] = 0;
    mock.timers.tick(120);
    assert.equal(state[stopping], 1, "it says again that the thread must not wait");
    state[holds] = 0;
    assert.throws(() => mock.timers.tick(120), insists);
  });
});

describe("waiting for room", () => {
  it("takes no time when there is room by now, or when the thread is to stop", () => {
    const state = newSharedState();
    const begun = performance.now();
    holdMainThread(state, state, outstanding, 1);
    state[stopping] = 1;
    for (let time = 0; time < 100; time++) holdMainThread(state, state, outstanding, 0);
    assert.ok(performance.now() - begun < 2500, "a wait lasts 50 ms, a hundred of them five seconds");
    assert.equal(state[holds], 0);
  });

  it("ends after a while, so that the thread looks again", () => {
    const state = newSharedState();
    holdMainThread(state, state, outstanding, 0);
    assert.equal(state[holds], 0);
  });
});
