import assert from "node:assert/strict";
import * as aen from "../../../../../kernel/aen/index.js";
import { startOfTraining } from "../../../../../kernel/aen/training/bottomUp/startOfTraining.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { notesDuring } from "../../notes.js";
import { patternClips, smallestModel } from "../patternClips.js";
import { patternStills } from "./stillsOfPattern.js";

describe("a training that starts from a given bottom-up branch", () => {
  const clips = patternClips(2);
  const record = temporaryFolder();
  const model = aen.model(smallestModel, { seed: 3 });
  const stem = "spatial.stem.conv.weight";
  const values = (of: aen.Model, name = stem) => [...of.weights().get(name)!.data];
  const options = { device: "cpu", record: false, epochs: 1, batch: 7 } as const;
  let branch: aen.BottomUp;
  before(async () => {
    branch = await aen.bottomUp.fit(patternStills(2, "others"), { ...options, model: smallestModel });
  });
  after(async () => {
    await branch.dispose();
    model.dispose();
  });

  it("keeps it as it is, without pretraining; the given model is not changed", async () => {
    const run = await aen.train(model, clips, { ...options, bottomUp: branch });
    assert.deepEqual(values(run.model), values(branch.model));
    assert.deepEqual(values(run.model, `frozen.${stem}`), values(branch.model));
    assert.deepEqual([run.plan.bottomUp, run.epochs.map(({ phase }) => phase)], ["frozen", ["training"]]);
    assert.equal(model.frozenVariables, null);
    await run.dispose();
  });

  it("trains it further on request; its frozen frame model stays", async () => {
    const run = await aen.train(model, clips, { ...options, bottomUp: { from: branch, learns: true } });
    assert.notDeepEqual(values(run.model), values(branch.model));
    assert.deepEqual(values(run.model, `frozen.${stem}`), values(branch.model));
    await run.dispose();
  });

  it("draws what is above it from the seed where that is wished, also in folds, whose record resumes", async () => {
    const drawn = startOfTraining(model, { bottomUp: branch, startWeights: "drawn", seed: 8 });
    const fresh = aen.model(smallestModel, { seed: 8 });
    assert.deepEqual(values(drawn.model, "head.clip.weight"), values(fresh, "head.clip.weight"));
    assert.deepEqual(values(drawn.model), values(branch.model));
    for (const each of [drawn.model, fresh]) each.dispose();
    const wanted = {
      ...options,
      record,
      folds: 2,
      bottomUp: branch,
      startWeights: "drawn",
      seed: 8,
    } as const;
    const { id, folds } = await aen.trainFolds(model, clips, wanted);
    for (const { run } of folds) assert.deepEqual(values(run!.model), values(branch.model));
    const again = await aen.trainFolds(model, clips, { ...wanted, resume: id });
    assert.equal(again.folds.length, 2);
    assert.throws(
      () => aen.trainFolds(model, clips, { ...wanted, bottomUp: { from: branch, learns: true }, resume: id }),
      RangeError,
    );
  });

  it("tells of people in the validation clips whom the branch has seen", async () => {
    const validate = patternClips(1, "v").filter(() => true);
    const seen = new aen.ClipSet(
      validate.clips.map((clip) => ({ ...clip, identity: "others person 0" })),
      validate.labels,
    );
    const notes = await notesDuring(async () => {
      await (await aen.train(model, clips, { ...options, bottomUp: branch, validate: seen })).dispose();
    });
    assert.match(notes.join("\n"), /1 of 1 people are in the stills that the branch learnt from/);
  });

  it("is refused with a pretraining, and for anything else", () => {
    const both = { ...options, bottomUp: branch, pretraining: { epochs: 1 } };
    assert.throws(() => aen.train(model, clips, both), /Leave out \{ pretraining \}/);
    const wrong = { bottomUp: "thawed" } as unknown as aen.TrainOptions;
    assert.throws(
      () => startOfTraining(model, wrong),
      /\{ bottomUp \} is "learns", "frozen", what aen\.bottomUp\.fit/,
    );
  });
});
