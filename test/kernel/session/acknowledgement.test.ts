import assert from "node:assert/strict";
import { Acknowledgement } from "../../../kernel/session/acknowledgement.js";
import { newSharedState, sharedState } from "../../../kernel/session/sharedState.js";
import { until } from "../../until.js";

const { acknowledged, stopping } = sharedState;

describe("the acknowledgement of interrupts", () => {
  it("comes once for each, and ends the stop", async () => {
    const state = newSharedState();
    state[stopping] = 1;
    const acknowledgement = new Acknowledgement(state);
    acknowledgement.owe();
    acknowledgement.owe();
    assert.equal(state[acknowledged], 0);
    await until("both have been seen", () => state[acknowledged] === 2);
    assert.equal(state[stopping], 0);
    acknowledgement.owe();
    await until("the third has been seen", () => state[acknowledged] === 3);
  });

  it("does not come while ticks start further ticks", async () => {
    const state = newSharedState();
    let left = 100_000;
    const seen: number[] = [];
    const tick = () => {
      seen[0] = state[acknowledged];
      if (left-- > 0) process.nextTick(tick);
    };
    setImmediate(() => process.nextTick(tick));
    new Acknowledgement(state).owe();
    await until("it has been seen", () => state[acknowledged] === 1);
    assert.deepEqual([seen[0], left], [0, -1]);
  });
});
