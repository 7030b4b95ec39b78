import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { howItEnded } from "../../../../../kernel/aen/ablation/slurm/slurmCommands.js";
import * as aen from "../../../../../kernel/aen/index.js";
import { skipBecause } from "../../../../skipBecause.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { until } from "../../../../until.js";
import { SlurmCluster, whyNoSlurm } from "./slurmCluster.js";

const base = { model: "tiny", training: { epochs: 2, pretraining: { epochs: 1 } } } as const;

describe("an ablation on Slurm", function () {
  this.timeout(300_000);
  const cluster = new SlurmCluster();
  const folder = temporaryFolder();
  let data: aen.TrainAndTest;

  before(async function () {
    const why = whyNoSlurm();
    if (why) skipBecause(this, why);
    await cluster.start();
    const clips = await aen.clips.synthetic({ perEmotion: 4, frames: 6, size: 32, seed: 3 });
    data = clips.split({ by: "identity", test: 0.5, seed: 1 });
  });
  after(() => cluster.stop());

  const strength = { factor: 0.5 };
  const arms = [
    aen.arm("no energy", { without: "energy" }),
    aen.arm("own term", {
      add: aen.lossTerm(
        "confident frames",
        ({ frameLogits }) => {
          if (process.env["AEN_TEST_BROKEN"]) throw new Error("the licence server of the lab is down");
          return tf.mul(tf.mean(tf.square(frameLogits)), strength.factor);
        },
        { weight: 0.1 },
      ),
    }),
  ];
  const plan = () => ({ arms, seeds: [1], data, parallel: 1 });

  it("reports a failed arm with its log, resubmits only that arm, and ends with the same table as the study run locally", async () => {
    const record = path.join(folder, "cluster");
    const slurm = { task: "run", cpus: 1 } as const;
    process.env["AEN_TEST_BROKEN"] = "1";
    const first = await aen.ablate(base, { ...plan(), record, on: "slurm", slurm });
    delete process.env["AEN_TEST_BROKEN"];

    assert.deepEqual(
      first.summary.arms.map(({ runs }) => runs[0].state),
      ["finished", "finished", "failed"],
    );
    const logs = path.join(record, "studies", first.plan.id, "slurm", "logs");
    const [, job] = /-(\d+)_2\.log/.exec(readdirSync(logs).find((name) => name.includes("_2."))!)!;
    const warning = first.summary.warnings.find((text) => text.startsWith('"own term"'))!;
    assert.match(warning, /the licence server of the lab is down/);
    assert.match(warning, new RegExp(`Slurm job ${job}_2: FAILED, exit status 1:0`));
    assert.ok(warning.includes(`Its log ${path.join(logs, `run-${job}_2.log`)} ends:`), warning);
    assert.match(readFileSync(path.join(logs, `run-${job}_2.log`), "utf8"), /licence server/);

    const finished = path.join(record, "runs", first.plan.tasks[0].run, "run.json");
    const before = readFileSync(finished, "utf8");
    const second = await aen.ablate(base, { ...plan(), record, on: "slurm", slurm });
    assert.equal(second.summary.progress.finished, 3);
    const again = readdirSync(logs).filter((name) => !name.includes(`-${job}_`));
    assert.equal(again.length, 1, `submitted again: ${again.join()}`);
    assert.match(again[0], /_2\.log$/);
    assert.equal(readFileSync(finished, "utf8"), before);

    const here = await aen.ablate(base, { ...plan(), record: path.join(folder, "here") });
    assert.deepEqual(second.summary.arms, here.summary.arms);
    assert.equal(existsSync(path.join(record, "studies", first.plan.id, "summary.json")), true);
  });

  it("holds waiting tasks while paused, cancels when stopped, and finishes with the same call", async () => {
    const record = path.join(folder, "steered");
    const options = { ...plan(), arms: arms.slice(0, 1), seeds: [1, 2], record, on: "slurm" as const };
    const slurm = { task: "run", cpus: 2 } as const; // all that the node has, so that others wait
    const running = aen.ablate(base, { ...options, slurm });
    const queue = () => cluster.ask("squeue", "--array", "--noheader", "--format=%T %r").trim().split("\n");
    await until("a task runs", () => queue().some((line) => line.startsWith("RUNNING")));
    running.pause();
    await until("a task is held", () => queue().some((line) => /^PENDING JobHeld/.test(line)));
    running.resume();
    await until("no task is held", () => !queue().some((line) => line.includes("Held")));
    running.stop();
    const study = await running;
    assert.equal(study.state, "stopped");
    await until("the queue is empty", () => queue().join("") === "");
    assert.ok(study.summary.progress.finished < 4);
    const again = await aen.ablate(base, { ...options, slurm: { task: "run", cpus: 1 } });
    assert.equal(again.summary.progress.finished, 4);
  });

  it("reports a task that somebody cancelled, with Slurm's word for it", async () => {
    await until("earlier tasks have gone", () => cluster.ask("squeue", "--noheader").trim() === "");
    const record = path.join(folder, "cancelled");
    const running = aen.ablate(base, {
      ...plan(),
      ...{ arms: [], record, on: "slurm", slurm: { cpus: 1, before: ["sleep 60"] } },
    });
    const job = () => cluster.ask("squeue", "--noheader", "--states=RUNNING", "--format=%i").trim();
    await until("the task runs", () => job() !== "");
    const array = /^\d+/.exec(job())![0];
    assert.equal(await howItEnded(array, 0), null, "it has not ended");
    cluster.ask("scancel", job());
    const study = await running;
    assert.equal(study.summary.progress.failed, 1);
    assert.match(
      study.summary.warnings.join(" "),
      /its task ended before the run did \(Slurm job \d+_0: CANCELLED/,
    );
  });
});
