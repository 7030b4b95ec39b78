import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { memoryOfTree } from "../../../../kernel/course/grading/memoryOfTree.js";
import { skipBecause } from "../../../skipBecause.js";
import { until } from "../../../until.js";

describe("the memory of a process and what it has started", () => {
  it("is more than the process's own", async function () {
    if (process.platform !== "linux") skipBecause(this, "only Linux tells");
    const before = memoryOfTree(process.pid);
    assert.ok(before >= 0.8 * process.memoryUsage.rss());
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    try {
      await until(
        "the child has memory, and counts with its parent",
        () => memoryOfTree(child.pid!) > 20_000_000 && memoryOfTree(process.pid) > memoryOfTree(child.pid!),
      );
    } finally {
      child.kill("SIGKILL");
    }
  });

  it("is none of a process that is not there", () => assert.equal(memoryOfTree(2 ** 30), 0));
});
