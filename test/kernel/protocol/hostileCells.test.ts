import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { runCells } from "../../hostile/cells.js";

describe("a kernel whose cells misbehave while they are stopped", function () {
  this.timeout(300_000);
  before(() => void execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]));

  it("outlives a dozen of them, keeps its variables, and leaves no program behind", async () => {
    const plan = { cells: 12, each: 12, seed: 3, node: process.execPath, transport: "pipe" } as const;
    const { failures, cells, kernels } = await runCells(plan);
    assert.deepEqual(failures, []);
    assert.deepEqual([cells, kernels], [12, 1]);
  });
});
