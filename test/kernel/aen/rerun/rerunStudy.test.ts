import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import * as aen from "../../../../kernel/aen/index.js";
import { rerun } from "../../../../kernel/aen/rerun/rerun.js";
import { findStudy, rerunStudy } from "../../../../kernel/aen/rerun/rerunStudy.js";
import { StudyRecord } from "../../../../kernel/aen/ablation/studyRecord.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { smallStudy } from "../ablation/smallStudy.js";

const known = { tf, aen };

describe("a study that is repeated from its record alone", function () {
  this.timeout(120_000);
  const record = temporaryFolder();
  let study: aen.Study;
  let folder: string;
  before(async () => {
    study = await smallStudy(record);
    folder = path.join(record, "studies", study.plan.id);
  });
  const runFile = (place: number, name: string) =>
    path.join(record, "runs", study.plan.tasks[place].run, name);

  it("has the predictions and learning curves of all its runs, in records of its own", async () => {
    const seen: (string | null)[] = [];
    const again = await rerunStudy(folder, { known, onRun: (_, difference) => seen.push(difference) });
    assert.deepEqual([again.compared, again.differences, again.uncompared, seen], [2, [], [], [null, null]]);
    assert.equal(path.dirname(again.record), path.join(folder, "reruns"));
    assert.ok(existsSync(path.join(again.record, "runs", study.plan.tasks[1].run, "predictions.jsonl")));
    assert.deepEqual(
      again.study.summary.arms.map(({ figures }) => figures),
      study.summary.arms.map(({ figures }) => figures),
    );
  });

  it("has in the record of each run what decides its numbers: choices, functions, threads, version", async () => {
    const { loss, threads, versions } = (await new StudyRecord(record).describe(study.plan.tasks[1].run))!;
    const made = Object.fromEntries(loss.map((term) => [term.name, term.made]));
    assert.deepEqual(made["emotion at clip"], { name: "emotion at clip", choices: aen.recommendedLoss });
    assert.ok("function" in made["mine"]!);
    assert.ok(threads! >= 1);
    assert.equal(versions!["node"], process.versions.node);
  });

  it("tells the runs that are others, and those that it cannot compare", async () => {
    const file = runFile(1, "run.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(/"curve": \{\s*"loss": \[\s*/, "$&9"));
    const cut = runFile(0, "predictions.jsonl");
    const predictions = readFileSync(cut, "utf8");
    writeFileSync(cut, predictions.slice(0, -20));
    const { differences, uncompared } = await rerunStudy(folder, { known });
    writeFileSync(file, text);
    writeFileSync(cut, predictions);
    assert.deepEqual(differences, [`${study.plan.tasks[1].run}: its learning curve is another`]);
    assert.deepEqual(uncompared, [`${study.plan.tasks[0].run}: its predictions.jsonl is missing or damaged`]);
  });

  it("is the same where its older record does not say whose clips they are", async () => {
    const file = runFile(0, "predictions.jsonl");
    const text = readFileSync(file, "utf8");
    const older = text.replace(/"person":\d+,?/g, "").replace(/,\}/g, "}");
    assert.notEqual(older, text);
    writeFileSync(file, older);
    const { differences, uncompared } = await rerunStudy(folder, { known });
    writeFileSync(file, text);
    assert.deepEqual([differences, uncompared], [[], []]);
  });

  it("is found by its id or folder; its runs are not repeated alone", async () => {
    const runs = path.join(record, "runs");
    assert.equal(findStudy(study.plan.id, runs), folder);
    assert.equal(findStudy(folder, "elsewhere"), folder);
    assert.equal(findStudy("none", runs), null);
    const [{ run }] = study.plan.tasks;
    await assert.rejects(
      rerun(path.join(runs, run), { known }),
      new RegExp(`is a run of the study "${study.plan.id}": repeat that, aen rerun ${study.plan.id}`),
    );
  });

  it("is refused where its runs computed on several devices", async () => {
    const file = runFile(0, "run.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace('"device": "cpu"', '"device": "cuda"'));
    await assert.rejects(rerunStudy(folder, { known }), /computed on several devices \(cuda, cpu\)/);
    writeFileSync(file, text);
  });

  it("is refused with the name of the file that is cut off", async () => {
    for (const name of ["plan.json", "clips.v8.gz"]) {
      const file = path.join(folder, "repeat", name);
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.subarray(0, bytes.length / 2));
      await assert.rejects(
        rerunStudy(folder, { known }),
        new RegExp(`repeat.${name}" is missing, damaged or cut off \\(.*: restore it`),
      );
      writeFileSync(file, bytes);
    }
    const file = path.join(folder, "plan.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.slice(0, 9));
    assert.throws(() => findStudy(study.plan.id, path.join(record, "runs")), /plan\.json" is damaged or cut/);
    writeFileSync(file, text);
  });

  it("is refused where none of its runs has finished, or it is of an earlier version", async () => {
    for (const place of [0, 1]) rmSync(runFile(place, "predictions.jsonl"));
    await assert.rejects(rerunStudy(folder, { known }), /No run of the study "\w+" has finished/);
    rmSync(path.join(folder, "repeat"), { recursive: true });
    await assert.rejects(
      rerunStudy(folder, { known }),
      /cannot be repeated from its record alone: it is of an earlier version/,
    );
  });
});
