import assert from "node:assert/strict";
import path from "node:path";
import { register } from "../../../kernel/commands/ablationTask.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { inProcess } from "./inProcess.js";

describe("aen ablation-task", () => {
  const folder = path.join(temporaryFolder(), "no study");
  const run = (...args: string[]) => inProcess(register, "ablation-task", ...args);

  it("takes a whole number of a task, as Slurm counts them", async () => {
    for (const wrong of ["-1", "1.5", "first", ""])
      assert.match(
        (await run(folder, "--task", wrong)).stderr,
        /expected a whole number of 0 or more/,
        wrong,
      );
  });

  it("needs a folder and a task, and does a run or a seed", async () => {
    assert.match((await run("--task", "0")).stderr, /missing required argument 'folder'/);
    assert.match((await run(folder)).stderr, /'--task <number>' not specified/);
    assert.match((await run(folder, "--task", "0", "--size", "all")).stderr, /Allowed choices are seed, run/);
  });

  it("says so where there is no study", async () => {
    const { stderr, status } = await run(folder, "--task", "0");
    assert.equal(status, 1);
    assert.match(stderr, /^aen: .*no study/);
  }).timeout(20_000);
});
