import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { beganAfter, isAlive } from "../../../kernel/files/processes.js";

describe("a process of this machine", () => {
  it("lives until it ends", () => {
    assert.ok(isAlive(process.pid));
    assert.ok(!isAlive(spawnSync(process.execPath, ["-e", ""]).pid));
  });

  it("began before now and after the year 2000, where the system tells", function () {
    if (process.platform !== "linux") {
      assert.equal(beganAfter(process.pid, 0), null);
      return this.skip();
    }
    assert.equal(beganAfter(process.pid, Date.now()), false);
    assert.equal(beganAfter(process.pid, Date.UTC(2000)), true);
    assert.equal(beganAfter(spawnSync(process.execPath, ["-e", ""]).pid, 0), null);
  });
});
