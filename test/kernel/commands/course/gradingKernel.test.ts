import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  confinementHere,
  inOwnFolder,
  startGradingKernel,
} from "../../../../kernel/commands/course/gradingKernel.js";
import { usualLimits } from "../../../../kernel/course/grading/limits.js";
import { until } from "../../../until.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("the kernel that a submission runs in", function () {
  this.timeout(120_000);
  const course = temporaryFolder();

  it("has a folder of its own, which is gone afterwards", async () => {
    const own = await inOwnFolder(async (folder) => {
      writeFileSync(path.join(folder, "left"), "behind");
      return folder;
    });
    assert.equal(existsSync(own), false);
  });

  it("has its own folder as home and for what is temporary, and ends at once when it is told to", async () => {
    await inOwnFolder(async (own) => {
      const kernel = await startGradingKernel(course, own, usualLimits);
      const texts: unknown[] = [];
      const code = "[process.cwd(), process.env.HOME, process.env.TMPDIR].join()";
      await kernel.execute(code, {
        onOutput: (output) => void ("data" in output && texts.push(output.data["text/plain"])),
      });
      assert.deepEqual(texts, [`'${[own, own, own].join()}'`]);
      kernel.kill();
      // The system ends it a moment after who has started it: a cell may still be answered.
      await until("the kernel is dead", async () => {
        const { ename } = await kernel.execute("1", { onOutput: () => {} });
        return ename === "KernelDied";
      });
    });
  });

  it("is held to what is told", async () => {
    const { holds, doesNotHold } = await confinementHere(course);
    assert.ok(holds.length >= 3 && doesNotHold.length >= 1);
  });
});
