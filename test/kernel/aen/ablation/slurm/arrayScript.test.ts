import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { arrayScript, logFile, ranges } from "../../../../../kernel/aen/ablation/slurm/arrayScript.js";

const script = {
  folder: "/home/someone/my study/.aen/studies/0123",
  jobName: "aen-0123-run",
  tasks: [0, 1, 2, 5],
  size: "run",
  program: ["/usr/bin/node", "/opt/it's here/cli.js"],
  workingFolder: "/home/someone/my study",
  options: { partition: "gpu", time: "02:00:00", gpus: 2, cpus: 4, atOnce: 3, extra: ["--qos=low"] },
} as const;

describe("the script of a job array", () => {
  it("asks Slurm for what the options say, for these tasks alone", () => {
    const asked = arrayScript(script)
      .split("\n")
      .filter((line) => line.startsWith("#SBATCH "));
    for (const wanted of [
      "--array=0-2,5%3",
      "--partition=gpu",
      "--time=02:00:00",
      "--gres=gpu:2",
      "--cpus-per-task=4",
      "--qos=low",
      "--requeue",
      "--open-mode=append",
      "'--chdir=/home/someone/my study'",
    ])
      assert.ok(asked.includes(`#SBATCH ${wanted}`), `${wanted} in\n${asked.join("\n")}`);
    assert.ok(!asked.some((line) => line.includes("--account") || line.includes("--mem")));
  });

  it("starts the program with its task's number, whatever characters paths have", () => {
    const text = arrayScript({ ...script, program: ["printf", "%s\\n", "it's $HOME"] });
    const env = { ...process.env, SLURM_ARRAY_TASK_ID: "5" };
    const printed = execFileSync("sh", ["-c", text], { encoding: "utf8", env }).trimEnd().split("\n");
    assert.deepEqual(printed, ["it's $HOME", "ablation-task", script.folder, "--size", "run", "--task", "5"]);
  });

  it("refuses an option that would start a new line", () => {
    const options = { partition: "gpu\n#SBATCH --qos=high" };
    assert.throws(() => arrayScript({ ...script, options }), /must be a single line/);
  });

  it("writes numbers as ranges, and percent signs in folders so that Slurm leaves them", () => {
    assert.equal(ranges([0, 1, 2, 4, 7, 8]), "0-2,4,7-8");
    assert.equal(ranges([3]), "3");
    assert.equal(logFile("/a%b", "seed", "%A", "%a"), "/a%%b/slurm/logs/seed-%A_%a.log");
    assert.equal(logFile("/a%b", "seed", "12", "3"), "/a%b/slurm/logs/seed-12_3.log");
  });
});
