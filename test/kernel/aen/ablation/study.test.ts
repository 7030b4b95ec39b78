import assert from "node:assert/strict";
import type { AblationBoardPayload } from "../../../../kernel/contracts/payloads/ablationBoard.js";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { arms } from "../../../../kernel/aen/ablation/arm.js";
import { Study, type StudyOptions } from "../../../../kernel/aen/ablation/study.js";
import { planStudy, type StudyPlan } from "../../../../kernel/aen/ablation/studyPlan.js";
import { model as makeModel } from "../../../../kernel/aen/model/model.js";
import { lockFolder } from "../../../../kernel/files/writerLock.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

describe("a study", function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const data = patternClips(2).split({ by: "identity", test: 0.5, seed: 1 });
  const given = makeModel(smallestModel);
  given.freezeFrameModel();
  after(() => given.dispose());
  let count = 0;

  const plan: StudyPlan = planStudy(
    { model: smallestModel, training: { device: "cpu", epochs: 1, batch: 7 } },
    { arms: arms.withoutEach("energy"), data, seeds: 1, bottomUp: given },
  );
  const studyOf = (options: StudyOptions = {}) => {
    const record = path.join(folder, String(count++));
    return new Study(plan, { record, parallel: 1, ...options });
  };
  const statesOf = (study: Study) => [...study.runStates.values()].map(({ state }) => state);
  const recorded = (study: Study, name: string) => path.join(String(study.options.record), name);

  it("knows its runs before it begins", () => {
    const { summary } = studyOf();
    assert.equal(summary.state, "planned");
    assert.deepEqual(summary.progress, { finished: 0, failed: 0, running: 0, total: 2, secondsLeft: null });
    assert.deepEqual(
      summary.clips.map(({ id }) => id),
      data.test.clips.map(({ id }) => id),
    );
  });

  it("carries out its runs and tells every change, until all have ended", async () => {
    const study = studyOf();
    const states = new Set<string>();
    const forget = study.onChange(({ state, summary }) => {
      states.add(`${state}, ${summary.progress.running} running`);
    });
    const card = study.card();
    await study.carryOut();
    assert.deepEqual([...states], ["running, 0 running", "running, 1 running", "finished, 0 running"]);
    assert.deepEqual(statesOf(study), ["finished", "finished"]);
    assert.equal(study.summary.progress.secondsLeft, 0);
    const written = JSON.parse(
      readFileSync(recorded(study, `studies/${plan.id}/summary.json`), "utf8"),
    ) as object;
    assert.deepEqual(written, JSON.parse(JSON.stringify(study.summary)));
    assert.match(String(card), /, planned: 0 of 2 runs finished/, "of the moment at which it was made");
    assert.match(String(study.card()), /, finished: 2 of 2 runs finished/);
    forget();
    study.pause();
    assert.equal(study.state, "finished", "what has ended cannot be paused");
  });

  it("writes its results after every run, with the board for those who look in meanwhile", async () => {
    const study = studyOf();
    const written = (name: string): unknown =>
      JSON.parse(readFileSync(recorded(study, `studies/${plan.id}/${name}`), "utf8"));
    let afterFirst: unknown;
    const forget = study.onChange(({ summary }) => {
      if (summary.progress.finished === 2) afterFirst ??= written("summary.json");
    });
    await study.carryOut();
    forget();
    assert.equal((afterFirst as { progress: { finished: number } }).progress.finished, 1);
    const { view, arms } = written("board.json") as AblationBoardPayload;
    assert.equal(view, "ablation-board");
    assert.deepEqual(
      arms.map(({ name, clips }) => [name, clips]),
      plan.arms.map(({ name }) => [name, []]),
    );
  });

  it("carries out the runs that it is told alone, and leaves the study's own files to its planner", async () => {
    const only = [plan.tasks[1]];
    const study = await studyOf({ only }).carryOut();
    assert.deepEqual(statesOf(study), ["waiting", "finished"]);
    assert.deepEqual(readdirSync(recorded(study, "runs")), [only[0].run]);
    assert.equal(existsSync(recorded(study, "studies")), false);
  });

  it("that is stopped before its first step keeps nothing half done", async () => {
    for (const stop of ["stop", "signal"] as const) {
      const controller = new AbortController();
      const study = studyOf({ signal: controller.signal });
      if (stop === "stop") study.stop();
      else controller.abort();
      await study.carryOut();
      assert.equal(study.state, "stopped");
      assert.ok(
        statesOf(study).every((state) => state === "stopped" || state === "waiting"),
        stop,
      );
      const finished = existsSync(recorded(study, "runs")) ? readdirSync(recorded(study, "runs")) : [];
      assert.deepEqual(finished, []);
    }
  });

  it("holds its runs while it is paused, and shares nothing with another of the same plan", async () => {
    const study = studyOf();
    let carried = false;
    const held = new Promise<void>((resolve) => {
      const forget = study.onChange(({ summary }) => {
        if (summary.progress.finished === 0) return;
        forget();
        study.pause();
        resolve();
      });
    });
    const work = study.carryOut().then(() => (carried = true));
    await held;
    assert.equal(study.state, "paused");
    const other = await studyOf({ record: false, only: plan.tasks.slice(0, 1) }).carryOut();
    assert.equal(other.state, "finished", "a run like the one that is held ended meanwhile");
    assert.deepEqual([carried, study.summary.progress.finished], [false, 1]);
    study.resume();
    await work;
    assert.equal(study.summary.progress.finished, 2);
  });

  it("has one writer: a second one is refused by name, and the first is not disturbed", async () => {
    const study = studyOf();
    let refused: Promise<void> | undefined;
    study.onChange(({ summary }) => {
      if (summary.progress.running === 0) return;
      const second = new Study(plan, { record: study.options.record, fresh: true });
      refused ??= assert.rejects(second.carryOut(), {
        name: "RangeError",
        message: new RegExp(`is being carried out by this process \\(${process.pid}\\)`),
      });
    });
    await study.carryOut();
    await refused;
    assert.deepEqual(statesOf(study), ["finished", "finished"]);
    assert.ok(!existsSync(recorded(study, `studies/${plan.id}/writer.lock`)));
    for (const { run } of plan.tasks)
      assert.deepEqual(readdirSync(recorded(study, `runs/${run}`)).sort(), [
        ...["events.jsonl", "predictions.jsonl", "run.json"],
      ]);
  });

  it("does not touch a run that another study has in common, and takes it over afterwards", async () => {
    const study = studyOf();
    const shared = recorded(study, `runs/${plan.tasks[0].run}`);
    mkdirSync(shared, { recursive: true });
    const free = lockFolder(shared);
    await study.carryOut();
    assert.deepEqual(statesOf(study), ["failed", "finished"]);
    assert.match(study.runStates.get(plan.tasks[0].run)!.message!, /for a study that has it in common/);
    assert.deepEqual(readdirSync(shared), ["writer.lock"]);
    free();
    const again = await studyOf({ record: study.options.record }).carryOut();
    assert.deepEqual(statesOf(again), ["finished", "finished"]);
  });

  it("goes on when its records can no longer be written, tells once what is missing, and has its figures", async () => {
    const study = studyOf();
    let changes = 0;
    study.onChange(({ summary }) => {
      if (summary.progress.running === 0 || changes++ > 0) return;
      rmSync(recorded(study, "runs"), { recursive: true, force: true });
      writeFileSync(recorded(study, "runs"), "in the way");
    });
    await study.carryOut();
    assert.deepEqual(statesOf(study), ["finished", "finished"]);
    const { warnings } = study.summary;
    assert.equal(
      warnings.filter((text) => /^The events of a run could not be written: there is a file/.test(text))
        .length,
      1,
    );
    assert.equal(
      warnings.filter((text) => /^The predictions of a run could not be written/.test(text)).length,
      1,
    );
    assert.match(study.toString(), /Note: The predictions of a run could not be written/);
  });

  it("whose record cannot be written says so and is not left running", async () => {
    const file = path.join(folder, "a file");
    writeFileSync(file, "");
    const study = studyOf({ record: file });
    await assert.rejects(
      study.carryOut(),
      /The record of the study .*there is a file where a folder is needed/,
    );
    assert.equal(study.state, "stopped");
  });
});
