import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as aen from "../../../kernel/aen/index.js";
import { register } from "../../../kernel/commands/rerun.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { smallStudy } from "../aen/ablation/smallStudy.js";
import { ownTerm } from "../aen/losses/arbitraryLoss.js";
import { smallestModel } from "../aen/training/patternClips.js";
import { aen as aenCommand } from "./aen.js";
import { inProcess } from "./inProcess.js";

describe("aen rerun", function () {
  this.timeout(120_000);
  const record = temporaryFolder();
  let run: aen.Run;
  before(async () => {
    const clips = await aen.clips.synthetic({ perEmotion: 2, frames: 2, size: 16, seed: 3 });
    const loss = [...aen.lossTerms({ energyPooling: "mean", transferLevels: [1] }), ownTerm(0.7)];
    const pretraining = { epochs: 1, batch: 14 };
    run = await aen.train(aen.model(smallestModel), clips, {
      epochs: 2,
      batch: 7,
      loss,
      pretraining,
      record,
    });
  });

  it("repeats a run in a fresh process to the same numbers", () => {
    const { status, stdout, stderr } = aenCommand("rerun", run.id, "--record", record);
    assert.equal(status, 0, stderr);
    const losses = run.epochs.map(
      ({ phase, epoch, epochs, loss }) => `${phase}, epoch ${epoch} of ${epochs}: loss ${loss}`,
    );
    assert.deepEqual(stdout.trim().split("\n").slice(0, 3), losses);
    assert.match(
      stdout,
      /The new record: .*\nSame numbers, to the last bit: 3 epochs and the weights at the end\.\n$/,
    );
    assert.notEqual(/The new record: (.*)/.exec(stdout)![1], run.folder);
  });

  it("repeats the runs of a cross-validation, and says which fold has none", async () => {
    mkdirSync(path.join(record, "its-folds"));
    const folds = { folds: [{ run: run.id }, { run: null }] };
    writeFileSync(path.join(record, "its-folds", "folds.json"), JSON.stringify(folds));
    const { status, stdout } = await inProcess(register, "rerun", "its-folds", "--record", record);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^Fold 1 of 2: .*\n(?:.*\n)*Same numbers, to the last bit: 3 epochs and .*\nFold 2 of 2: it was never/,
    );
    assert.match(stdout, /\nSame numbers in 1 of 2 folds\.\n$/);
  });

  it("ends with status 1 and says which number is another", async () => {
    const file = path.join(run.folder!, "events.jsonl");
    const { loss } = run.epochs[2];
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(`"loss":${loss}`, `"loss":${loss + 1}`));
    const { status, stdout } = await inProcess(register, "rerun", run.folder!);
    assert.equal(status, 1);
    assert.match(stdout, /epoch 2 of 2: loss [\d.]+; the loss is [\d.]+, it was [\d.]+\n/);
    assert.match(stdout, /Other numbers: in epoch 2 of training, the loss is/);
  });

  it("does not call it the same where nothing is left to compare", async () => {
    const folder = path.join(record, "bare");
    cpSync(run.folder!, folder, { recursive: true });
    for (const name of ["events.jsonl", "checkpoints"]) rmSync(path.join(folder, name), { recursive: true });
    const { status, stdout } = await inProcess(register, "rerun", folder);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /Nothing could be compared.*\nNot compared: 3 of 3 epochs: events\.jsonl is missing from the record\.\nNot compared: the weights at the end: .* no checkpoint\.\n$/,
    );
  });

  it("says so where the folder that the run was started in is gone", async () => {
    const folder = path.join(record, "moved");
    cpSync(run.folder!, folder, { recursive: true });
    const file = path.join(folder, "run.json");
    const description = JSON.parse(readFileSync(file, "utf8")) as object;
    const gone = path.join(record, "gone");
    writeFileSync(file, JSON.stringify({ ...description, folder: gone }));
    const { stderr } = await inProcess(register, "rerun", folder);
    assert.ok(stderr.startsWith(`The run was started in "${gone}", which is gone; relative paths`), stderr);
    assert.ok(stderr.includes(`now start at "${process.cwd()}". If they are not found there, restore`));
  });

  it("repeats an ablation in a fresh process to the same numbers", async () => {
    const folder = path.join(record, "ablation");
    const { plan } = await smallStudy(folder);
    const { status, stdout, stderr } = aenCommand("rerun", plan.id, "--record", path.join(folder, "runs"));
    assert.equal(status, 0, stderr);
    for (const { run: each } of plan.tasks) assert.ok(stdout.includes(`${each}: the same\n`), stdout);
    assert.match(stdout, /The new records: .*\nSame numbers, to the last bit: 2 runs\.\n$/);
  });

  it("says so where there is no such run", async () => {
    const { status, stderr } = await inProcess(register, "rerun", "none", "--record", record);
    assert.equal(status, 1);
    assert.match(stderr, /^aen: There is no run "none": neither .*none nor .*none contains a run\.json\./);
  });
});
