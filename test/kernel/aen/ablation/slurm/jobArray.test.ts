import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import * as aen from "../../../../../kernel/aen/index.js";
import { JobArray } from "../../../../../kernel/aen/ablation/slurm/jobArray.js";
import type { SlurmOptions } from "../../../../../kernel/aen/ablation/slurm/slurmOptions.js";
import { StudyRecord } from "../../../../../kernel/aen/ablation/studyRecord.js";
import { fakeProgram } from "../../../doctor/fakePrograms.js";
import { skipBecause } from "../../../../skipBecause.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { patternClips, smallestModel } from "../../training/patternClips.js";

/** sbatch and squeue as scripts; a real Slurm is in slurmStudy.test.ts. */
describe("a study as a job array", () => {
  const folder = temporaryFolder();
  const programs = temporaryFolder();
  const data = patternClips(1).split({ by: "clip", test: 0.5, seed: 1 });
  const { PATH } = process.env;
  before(function () {
    if (process.platform === "win32") skipBecause(this as unknown as Mocha.Context, "scripts of the shell");
    process.env.PATH = `${programs}:/usr/bin:/bin`;
  });
  after(() => (process.env.PATH = PATH));

  const { plan } = aen.ablation({
    ...{ base: { model: smallestModel, training: { epochs: 1 } }, data, seeds: 2 },
    arms: aen.arms.withoutEach("energy"),
  });
  const arrayOf = (options: SlurmOptions = {}, record: string | null = folder) =>
    new JobArray(plan, new StudyRecord(record), options);

  it("has a task for each seed, or for each run", () => {
    const [bySeed, byRun] = [arrayOf(), arrayOf({ task: "run" })];
    assert.deepEqual([bySeed.tasks.length, byRun.tasks.length], [2, 4]);
    assert.deepEqual(
      plan.tasks.map((run) => bySeed.taskOf(run)),
      [0, 0, 1, 1],
    );
    assert.deepEqual(
      plan.tasks.map((run) => byRun.taskOf(run)),
      [0, 1, 2, 3],
    );
    assert.notEqual(bySeed.jobName, byRun.jobName, "their numbers mean other runs");
    assert.equal(bySeed.folder, path.resolve(folder, "studies", plan.id));
  });

  it("requires records", () => {
    assert.throws(() => arrayOf({}, null), /A study on a cluster needs records, .*leave out `record: false`/);
  });

  it("submits the tasks of some runs with the plan, in place of what earlier ones left", async () => {
    fakeProgram(programs, "sbatch", "echo 4711");
    const array = arrayOf({ task: "run", partition: "gpu" });
    const left = array.record.runFolder(plan.tasks[3].run)!;
    mkdirSync(left, { recursive: true });
    assert.equal(await array.submit([plan.tasks[3], plan.tasks[1]]), "4711");
    assert.equal(existsSync(left), false);
    assert.ok(existsSync(path.join(array.folder, "slurm", "plan.json")));
    const script = path.join(array.folder, "slurm", "run.sh");
    assert.ok((statSync(script).mode & 0o100) !== 0, "can be run");
    const text = readFileSync(script, "utf8");
    assert.match(text, /^#SBATCH --array=1,3$/m);
    assert.match(text, /^#SBATCH --partition=gpu$/m);
    assert.match(text, /^exec .*cli\.ts ablation-task .* --size run --task "\$SLURM_ARRAY_TASK_ID"$/m);
    assert.deepEqual(
      [...array.jobs],
      [
        [1, "4711"],
        [3, "4711"],
      ],
    );
    assert.equal(array.logOf(3), path.join(array.folder, "slurm", "logs", "run-4711_3.log"));
    assert.match(array.logOf(0), /run-none_0\.log$/, "never submitted");
    assert.ok(existsSync(path.dirname(array.logOf(0))), "Slurm makes no folder for logs");
  });

  it("finds what an earlier call has queued", async () => {
    const array = arrayOf();
    fakeProgram(
      programs,
      "squeue",
      `printf '12|1|RUNNING|None|${array.folder}\\n12|0|RUNNING|None|/another\\n'`,
    );
    const queued = await array.queued();
    assert.deepEqual([...queued], [[1, { job: "12", task: 1, state: "RUNNING", reason: "None" }]]);
    assert.match(array.logOf(1), /seed-12_1\.log$/);
  });
});
