import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import {
  cancel,
  hold,
  howItEnded,
  queuedTasks,
  submit,
} from "../../../../../kernel/aen/ablation/slurm/slurmCommands.js";
import { fakeProgram } from "../../../doctor/fakePrograms.js";
import { skipBecause } from "../../../../skipBecause.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

/** Slurm's commands as scripts that write down how they were called; a real Slurm is in slurmStudy.test.ts. */
describe("Slurm's commands", () => {
  const folder = temporaryFolder();
  const calls = path.join(folder, "calls");
  const { PATH } = process.env;
  before(function () {
    if (process.platform === "win32") skipBecause(this as unknown as Mocha.Context, "scripts of the shell");
    process.env.PATH = `${folder}:/usr/bin:/bin`;
  });
  after(() => (process.env.PATH = PATH));
  beforeEach(() => rmSync(calls, { force: true }));
  const answer = (command: string, script: string) =>
    fakeProgram(folder, command, `echo "${command} $*" >> "${calls}"\n${script}`);
  const called = () => readFileSync(calls, "utf8").trimEnd().split("\n");

  it("submit a script and give the job's number, with or without the cluster's name", async () => {
    answer("sbatch", "echo 4711");
    assert.equal(await submit("/study/run.sh"), "4711");
    assert.deepEqual(called(), ["sbatch --parsable /study/run.sh"]);
    answer("sbatch", 'echo "4712;cluster"');
    assert.equal(await submit("x.sh"), "4712");
  });

  it("list the tasks that wait or run, of this study's folder alone", async () => {
    answer(
      "squeue",
      `printf '12|0|RUNNING|None|/a|b\\n12|3|PENDING|Priority|/a|b\\n13|0|RUNNING|None|/other\\n\\n'`,
    );
    assert.deepEqual(await queuedTasks("aen-x", "/a|b"), [
      { job: "12", task: 0, state: "RUNNING", reason: "None" },
      { job: "12", task: 3, state: "PENDING", reason: "Priority" },
    ]);
    assert.match(called()[0], /--me --array --noheader --name=aen-x/);
  });

  it("tell how a task ended: by the controller while it remembers, then by the accounting, else not at all", async () => {
    answer("scontrol", 'echo "JobId=1 JobState=TIMEOUT Reason=None ExitCode=0:15 Other=1"');
    assert.equal(await howItEnded("12", 3), "TIMEOUT, exit status 0:15");
    answer("scontrol", "exit 1");
    answer("sacct", 'printf "OUT_OF_MEMORY|0:125\\n"');
    assert.equal(await howItEnded("12", 3), "OUT_OF_MEMORY, exit status 0:125");
    answer("sacct", "exit 1");
    assert.equal(await howItEnded("12", 3), null);
  });

  it("hold jobs one by one, and cancel nothing when there are no jobs", async () => {
    answer("scontrol", "");
    await hold(["1", "2"]);
    assert.deepEqual(called(), ["scontrol hold 1", "scontrol hold 2"]);
    await cancel([]);
    assert.equal(called().length, 2);
  });

  it("that fail say what they said; one that is absent says where notebooks that submit must run", async () => {
    answer("sbatch", 'echo "sbatch: error: invalid partition" >&2; exit 1');
    await assert.rejects(submit("x.sh"), { message: "sbatch: sbatch: error: invalid partition" });
    rmSync(path.join(folder, "sbatch"));
    process.env.PATH = folder;
    await assert.rejects(
      submit("x.sh"),
      /sbatch is not on this machine\. Start the notebook where you submit jobs/,
    );
    process.env.PATH = `${folder}:/usr/bin:/bin`;
  });
});
