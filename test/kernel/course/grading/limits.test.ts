import assert from "node:assert/strict";
import type { CellOutput } from "../../../../kernel/contracts/cellOutput.js";
import { usualLimits, watchMemory, withOutputLimit } from "../../../../kernel/course/grading/limits.js";
import type { CellRunner } from "../../../../kernel/notebook/runNotebook.js";
import { until } from "../../../until.js";

describe("the limits of a submission", () => {
  it("stop a cell that prints too much, keep what it printed before, and start anew with the next cell", async () => {
    let interrupts = 0;
    const kernel: CellRunner = {
      interrupt: () => void interrupts++,
      execute: async (code, { onOutput }) => {
        for (let i = 0; i < Number(code); i++)
          onOutput({ output_type: "stream", name: "stdout", text: "12345" });
        return { status: "ok", executionCount: 1 };
      },
    };
    const limited = withOutputLimit(kernel, { ...usualLimits, output: 12 });
    const kindsOf = async (code: string) => {
      const outputs: CellOutput[] = [];
      await limited.execute(code, { onOutput: (output) => outputs.push(output) });
      return outputs.map((output) => (output.output_type === "error" ? output.evalue : output.output_type));
    };
    assert.deepEqual(await kindsOf("2"), ["stream", "stream"]);
    assert.deepEqual(await kindsOf("9"), [
      ...["stream", "stream", "The cell printed more than 12 characters, and was stopped."],
    ]);
    assert.equal(interrupts, 1);
    assert.deepEqual(await kindsOf("1"), ["stream"]);
  });

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
