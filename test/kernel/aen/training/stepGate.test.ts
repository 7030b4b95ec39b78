import assert from "node:assert/strict";
import { StepGate, StoppedError } from "../../../../kernel/aen/training/stepGate.js";

describe("the gate before each step", () => {
  /** Passes the gate; `held` resolves when it holds. */
  function passing(gate: StepGate) {
    const told: boolean[] = [];
    let hold = () => {};
    const held = new Promise<void>((resolve) => (hold = resolve));
    const passed = gate.pass((isHeld) => {
      told.push(isHeld);
      if (isHeld) hold();
    });
    return { told, held, passed };
  }

  it("lets a loop through that nobody has paused, after other work that is due", async () => {
    let other = false;
    setImmediate(() => (other = true));
    const { told, passed } = passing(new StepGate());
    await passed;
    assert.deepEqual([other, told], [true, []]);
  });

  it("holds a paused loop until it is resumed, and tells both", async () => {
    const gate = new StepGate();
    gate.pause();
    const { told, held, passed } = passing(gate);
    await held;
    assert.deepEqual([gate.paused, told], [true, [true]]);
    gate.resume();
    await passed;
    assert.deepEqual([gate.paused, told], [false, [true, false]]);
  });

  it("still holds when it is paused again at once", async () => {
    const gate = new StepGate();
    gate.pause();
    const { told, held, passed } = passing(gate);
    await held;
    gate.resume();
    gate.pause();
    await new StepGate().pass();
    assert.deepEqual(told, [true]);
    gate.resume();
    await passed;
  });

  it("ends a loop that is stopped, held or not, and what it waits for", async () => {
    const gate = new StepGate();
    gate.pause();
    const { held, passed } = passing(gate);
    await held;
    gate.stop();
    await assert.rejects(passed, StoppedError);
    await assert.rejects(gate.pass(), StoppedError);
    assert.ok(gate.stopped && gate.signal.reason instanceof StoppedError);
  });

  it("ends a loop whose signal is aborted, with its own reason, which is no stop", async () => {
    const controller = new AbortController();
    const gate = new StepGate(controller.signal);
    gate.pause();
    const { held, passed } = passing(gate);
    await held;
    controller.abort(new Error("enough"));
    await assert.rejects(passed, /enough/);
    assert.equal(gate.stopped, false);
    await assert.rejects(new StepGate(AbortSignal.abort(new Error("before"))).pass(), /before/);
  });
});
