import assert from "node:assert/strict";
import { usualLimits, watchMemory } from "../../../../kernel/course/grading/limits.js";
import { until } from "../../../until.js";

describe("the limits of a submission", () => {
  it("end a kernel that takes more memory than it may, once", async function () {
    if (process.platform !== "linux") this.skip();
    let kills = 0;
    const kernel = {
      pid: process.pid,
      kill: () => void kills++,
      interrupt: () => {},
      execute: () => Promise.reject(),
    };
    const stop = watchMemory(kernel, { ...usualLimits, memory: 1 });
    await until("it is ended", () => kills > 0);
    assert.equal(stop(), true);
    assert.equal(kills, 1);
    assert.equal(watchMemory(kernel, { ...usualLimits, memory: 2 ** 50 })(), false);
  });
});
