import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as aen from "../../../../../kernel/aen/index.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { until } from "../../../../until.js";
import { patternClips, smallestModel } from "../patternClips.js";

describe("training over folds", function () {
  this.timeout(60_000);
  const records = temporaryFolder();
  const clips = patternClips(6);
  const settings: aen.FoldsOptions = {
    ...{ folds: 3, by: "identity", device: "cpu" },
    ...{ batch: 7, seed: 3, epochs: 3, learningRate: 0.01, pretraining: { epochs: 2, batch: 14 } },
  };
  const start = (options: aen.FoldsOptions = {}) =>
    aen.trainFolds(aen.model(smallestModel), clips, { ...settings, record: records, ...options });
  let whole: aen.CrossValidation;
  before(async () => {
    whole = await start();
  });

  it("judges every clip once, by a network that has seen neither it nor its person", () => {
    assert.equal(whole.state, "finished");
    const judged = whole.folds.flatMap(({ evaluation }) => evaluation.predictions.map(({ clip }) => clip));
    assert.deepEqual([...judged].sort(), clips.clips.map(({ id }) => id).sort());
    for (const { run, clips: pair } of whole.folds) {
      const trained = new Set(run!.clips.identities);
      assert.ok(pair.test.identities.every((identity) => !trained.has(identity)));
    }
    assert.match(String(whole), /3 folds, nobody is in both the training and the test clips of a fold/);
  });

  it("gives the figures of each fold, their mean and deviation, and those of all clips together", () => {
    const uars = whole.folds.map(({ evaluation }) => evaluation.uar);
    const mean = (uars[0] + uars[1] + uars[2]) / 3;
    assert.ok(Math.abs(whole.mean.uar - mean) < 1e-12);
    const squares = uars.reduce((sum, uar) => sum + (uar - mean) ** 2, 0);
    assert.ok(Math.abs(whole.standardDeviation.uar - Math.sqrt(squares / 2)) < 1e-12);
    const right = whole.folds.flatMap(({ evaluation }) => evaluation.confusion.map((row, i) => row[i]));
    const correct = right.reduce((sum, count) => sum + count, 0);
    assert.ok(Math.abs(whole.pooled.war - correct / clips.length) < 1e-12);
  });

  it("keeps a run's record of every fold", () => {
    const description = JSON.parse(readFileSync(path.join(records, whole.id, "folds.json"), "utf8"));
    assert.equal(description.folds.length, 3);
    for (const { run, finished } of description.folds) {
      assert.ok(finished);
      for (const name of ["run.json", "events.jsonl", "predictions.jsonl"]) {
        assert.ok(existsSync(path.join(records, run, name)), name);
      }
    }
  });

  it("are resumed by one at a time, and afterwards by another", async () => {
    const first = start({ resume: whole.id });
    assert.throws(() => start({ resume: whole.id }), /still training in process/);
    await first;
    assert.equal((await start({ resume: whole.id })).id, whole.id);
  });

  it("resumes where it was stopped, within a fold too, to exactly the same scores", async () => {
    const training = start();
    for await (const { fold } of training) {
      if (fold === 1) training.pause();
      break;
    }
    await until("the next fold has begun", () => training.current !== null);
    const { run } = training.current!;
    run.onEvent(({ type }) => type === "step" && run.epochs.length >= 3 && training.stop());
    training.resume();
    const stopped = await training;
    assert.equal(stopped.state, "stopped");
    assert.equal(stopped.folds.length, 1);
    assert.match(String(stopped), /1 of 3 folds; the same call with \{ resume: "/);
    const resumed = await start({ resume: stopped.id });
    assert.equal(resumed.folds[0].run, null);
    assert.equal(resumed.folds[1].id, run.id);
    assert.deepEqual(
      resumed.folds.map(({ evaluation }) => evaluation.predictions),
      whole.folds.map(({ evaluation }) => evaluation.predictions),
    );
  });

  it("holds while it is paused, and yields each fold as it is done", async () => {
    const training = start({ record: false, epochs: 1 });
    training.pause();
    await until("it is held", () => training.current?.run.events.some(({ type }) => type === "paused"));
    await start({ record: false, epochs: 1, folds: 2 }); // another takes its steps meanwhile
    assert.equal(training.current!.run.state, "paused");
    assert.ok(training.current!.run.events.every(({ type }) => type !== "step"));
    training.resume();
    const seen: number[] = [];
    for await (const { fold } of training) seen.push(fold);
    assert.deepEqual(seen, [1, 2, 3]);
  });

  it("holds clips for validation out of each fold's training, never of its test", async () => {
    const early = { patience: 1 };
    const training = start({ record: false, folds: 2, validate: 0.34, earlyStopping: early, epochs: 2 });
    const { folds } = await training;
    for (const { run, clips: pair } of folds) {
      const validated = run!.plan.validate!;
      assert.ok(validated.length > 0);
      assert.ok(validated.clips.every(({ id }) => pair.train.find(id) && !run!.clips.find(id)));
    }
  });

  it("validates every fold on the same clips where a set is given, and refuses those that a fold is tested on", async () => {
    const others = patternClips(1, "others");
    const { folds } = await start({ record: false, folds: 2, validate: others, epochs: 1 });
    for (const { run, clips: pair } of folds) {
      assert.equal(run!.plan.validate, others);
      assert.equal(run!.clips.length, pair.train.length);
    }
    const tested = clips.filter((_, index) => index === 3);
    assert.throws(
      () => start({ validate: tested }),
      /"pattern-3" is both a test clip of fold \d and a validation clip/,
    );
  });

  it("refuses at once what cannot be", () => {
    const [first, second] = clips.folds(2, { by: "identity" });
    const written = readdirSync(records).length;
    assert.throws(() => start({ folds: 1 }), /at least 2 folds/);
    assert.throws(() => start({ folds: [first, first] }), /is held out twice, in fold 1 and fold 2/);
    assert.throws(
      () => start({ folds: [{ train: clips, test: second.test }] }),
      /in both its training and its test clips/,
    );
    assert.throws(() => start({ learningRate: -1 }), /learning rate/);
    assert.throws(
      () => start({ validate: 1 }),
      /the share of the training clips to hold out, between 0 and 1/,
    );
    assert.throws(() => start({ resume: "none" }), /There is no cross-validation to resume/);
    assert.throws(() => start({ resume: whole.id, seed: 4 }), /The folds are not those of/);
    const changes = [{ epochs: 4 }, { loss: aen.lossTerms() }, { optimizer: { kind: "adam" } }] as const;
    for (const change of changes)
      assert.throws(
        () => start({ resume: whole.id, ...change }),
        /The model, its options or its loss differ from those/,
      );
    assert.equal(readdirSync(records).length, written);
  });
});
