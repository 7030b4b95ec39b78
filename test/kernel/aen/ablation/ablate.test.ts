import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import * as aen from "../../../../kernel/aen/index.js";

const base = {
  model: "tiny",
  training: { epochs: 2, pretraining: { epochs: 1 } },
} as const;

describe("an ablation", function () {
  this.timeout(600_000);
  let folder: string;
  let data: aen.TrainAndTest;

  before(async () => {
    const clips = await aen.clips.synthetic({ perEmotion: 4, frames: 8, size: 32, seed: 3 });
    data = clips.split({ by: "identity", test: 0.5, seed: 1 });
  });
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "aen-ablation-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const arms = [
    ...aen.arms.withoutEach("semantic transfer", "energy"),
    aen.arm("+ confident frames", {
      add: aen.lossTerm("confident frames", ({ frameLogits }) => tf.mean(tf.square(frameLogits)), {
        weight: 0.1,
      }),
    }),
  ];

  it("trains every arm with every seed, keeps records and shows a row for each arm", async () => {
    const study = await aen.ablate(base, { arms, seeds: 2, data, record: folder });
    const { summary } = study;
    assert.equal(summary.state, "finished");
    assert.deepEqual(summary.progress, { finished: 8, failed: 0, running: 0, total: 8, secondsLeft: 0 });
    assert.deepEqual(
      summary.arms.map(({ name }) => name),
      ["base", "without semantic transfer", "without energy", "+ confident frames"],
    );
    assert.equal(summary.terms.at(-1), "confident frames");
    assert.equal(summary.arms[2].weights[summary.terms.indexOf("energy of emotion")], 0);
    assert.ok(summary.arms.every(({ figures }) => figures !== null && figures.uar.mean >= 0));
    assert.equal(summary.arms[1].toBase?.figures.uar.pairs, 2);
    for (const { curves, runs } of summary.arms) {
      assert.deepEqual(
        curves.map(({ uar }) => uar.at(-1)),
        runs.map(({ uar }) => uar),
        "a learning curve ends where its run is judged",
      );
    }
    assert.match(String(study), /finished, 8 of 8 runs; judged on \d+ clips/);
    assert.match(String(study), /without energy\s+2\/2/);
    const runs = await readdir(path.join(folder, "runs"));
    assert.equal(runs.length, 8);
    const events = await readFile(path.join(folder, "runs", runs[0], "events.jsonl"), "utf8");
    assert.equal(events.trim().split("\n").length, 4, "start, two epochs, end");
  });

  it("repeats no finished run, gives the same numbers again, and adds seeds and arms to what is there", async () => {
    const options = { data, record: folder };
    const first = await aen.ablate(base, { ...options, arms: arms.slice(0, 1), seeds: 1 });
    const [run] = await readdir(path.join(folder, "runs"));
    const file = path.join(folder, "runs", run, "run.json");
    const before = await readFile(file, "utf8");
    const second = await aen.ablate(base, { ...options, arms: arms.slice(0, 2), seeds: 2 });
    assert.equal(await readFile(file, "utf8"), before);
    assert.equal((await readdir(path.join(folder, "runs"))).length, 6);
    const named = (study: aen.Study) => study.summary.arms.map((arm) => arm.named.map((bySeed) => bySeed[0]));
    assert.deepEqual(named(second).slice(0, 2), named(first));
    const again = await aen.ablate(base, { ...options, arms: arms.slice(0, 2), seeds: 2, fresh: true });
    assert.deepEqual(again.summary.arms, second.summary.arms);
  });

  it("treats a truncated record as missing", async () => {
    const options = { data, record: folder, arms: arms.slice(0, 1), seeds: 1 };
    const first = await aen.ablate(base, options);
    const [run] = await readdir(path.join(folder, "runs"));
    const predictions = path.join(folder, "runs", run, "predictions.jsonl");
    const text = await readFile(predictions, "utf8");
    await writeFile(predictions, text.slice(0, text.length / 2));
    const second = await aen.ablate(base, options);
    assert.deepEqual(second.summary.arms, first.summary.arms);
  });

  it("reports a failed arm with its reason and continues with the others", async () => {
    const broken = aen.arm("broken", { add: aen.lossTerm("broken", ({ frameLogits }) => frameLogits) });
    const study = await aen.ablate(base, { data, record: folder, arms: [broken, arms[0]], seeds: 1 });
    assert.equal(study.summary.progress.failed, 1);
    assert.equal(study.summary.progress.finished, 2);
    assert.match(study.summary.warnings.join(" "), /"broken", seed 1, failed: .*must return one number/);
  });

  it("pauses, resumes and stops within a step, and keeps finished runs", async () => {
    const running = aen.ablate(base, { data, record: folder, arms, seeds: 3, parallel: 1 });
    await new Promise<void>((resolve) => {
      const stop = running.study.onChange(({ summary }) => {
        if (summary.progress.finished < 2) return;
        stop();
        resolve();
      });
    });
    running.pause();
    assert.equal(running.study.state, "paused");
    const asLongAsARun = () => aen.train(aen.model("tiny"), data.train, { ...base.training, record: false });
    await asLongAsARun(); // the step that was being taken has ended
    const finished = running.study.summary.progress.finished;
    await asLongAsARun();
    assert.equal(running.study.summary.progress.finished, finished);
    running.resume();
    running.stop();
    const study = await running;
    assert.equal(study.state, "stopped");
    assert.ok(study.summary.progress.finished < 12);
    assert.ok(study.summary.progress.finished >= 2);
  });

  it("prints a plan with the number of runs and a measured time", async () => {
    const plan = aen.ablation({
      base,
      data,
      arms: aen.arms.factorial("semantic transfer", "energy"),
      seeds: 5,
    });
    assert.match(String(plan), /4 arms x 5 seeds = 20 runs; judged on/);
    assert.match(String(plan), /without semantic transfer, energy: no semantic transfer at level 0, no/);
    assert.match(String(await plan.measure()), /20 runs, about \d+ (s|min|h)/);
  });

  it("says what is wrong with arms, seeds and data", () => {
    const options = { data, record: folder, arms };
    assert.throws(
      () => aen.ablate(base, { ...options, arms: [aen.arm("x", { without: "enrgy" })] }),
      /"enrgy"/,
    );
    assert.throws(() => aen.ablate(base, { ...options, arms: [arms[0], arms[0]] }), /Two arms are called/);
    assert.throws(() => aen.ablate(base, { ...options, seeds: [1, 1] }), /all different/);
    assert.throws(() => aen.ablate(base, { ...options, data: undefined }), /clips\.split/);
  });
});
