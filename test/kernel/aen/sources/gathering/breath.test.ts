import assert from "node:assert/strict";
import { Breath } from "../../../../../kernel/aen/sources/gathering/breath.js";

describe("a breath between clips", () => {
  it("lets other work of the thread go on, but not for each of them", async () => {
    const { now } = performance;
    let time = 0;
    performance.now = () => time;
    try {
      const breath = new Breath();
      let went = false;
      setImmediate(() => (went = true));
      await breath.take();
      assert.equal(went, false);
      time = 51;
      await breath.take();
      assert.equal(went, true);
    } finally {
      performance.now = now;
    }
  });
});
