import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import { dfewLabels, LabelSet } from "../../../../../kernel/aen/labels.js";
import { model as newModel } from "../../../../../kernel/aen/model/model.js";
import { fit, type FitOptions } from "../../../../../kernel/aen/training/bottomUp/fit.js";
import type { WeightValues } from "../../../../../kernel/aen/model/model.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { notesDuring } from "../../notes.js";
import { patternClips, smallestModel } from "../patternClips.js";
import { patternStills } from "./stillsOfPattern.js";

describe("fitting a bottom-up branch to stills", () => {
  const stills = patternStills(4);
  const folder = temporaryFolder();
  const options: FitOptions = {
    ...{ model: smallestModel, device: "cpu", record: false, augment: false },
    ...{ epochs: 2, batch: 14, learningRate: 0.01, seed: 3 },
  };
  const filter = (weights: ReadonlyMap<string, WeightValues>) =>
    [...weights.get("spatial.stem.conv.weight")!.data].slice(0, 20);

  it("learns what other stills show, with an event for each epoch", async () => {
    const training = fit(patternStills(16), { ...options, epochs: 30, batch: 28 });
    const epochs: number[] = [];
    for await (const event of training) if (event.type === "epoch") epochs.push(event.epoch);
    const branch = await training;
    const result = await branch.evaluate(patternStills(6, "others"), { device: "cpu" });
    assert.deepEqual([epochs.length, epochs.at(-1), branch.state], [30, 30, "finished"]);
    assert.ok(result.uar > 0.6, `the UAR is ${result.uar}; chance is 0.14`);
    assert.match(branch.toString(), /finished after 30 epochs on 112 stills of 16 people\.$/);
    await branch.dispose();
  });

  it("gives the same weights for the same seed, others for another, and leaves a given model as it was", async () => {
    const start = newModel(smallestModel, { seed: 3 });
    const before = filter(start.weights());
    const fits = [options, options, { ...options, model: start }, { ...options, seed: 4 }];
    const learnt: number[][] = [];
    for (const each of fits) {
      const branch = await fit(stills, each);
      learnt.push(filter(branch.model.weights()));
      await branch.dispose();
    }
    assert.deepEqual(learnt[1], learnt[0]);
    assert.deepEqual(learnt[2], learnt[0]);
    assert.notDeepEqual(learnt[3], learnt[0]);
    assert.deepEqual(filter(start.weights()), before);
    start.dispose();
  });

  it("keeps the epoch that is best on stills held out for it, by person, and says so", async () => {
    const branch = await fit(patternStills(8), { ...options, epochs: 6, validate: 0.25 });
    const { epochs, plan, bestEpoch, clips } = branch.run;
    const people = new Set(clips.identities);
    assert.ok(plan.validate!.identities.every((person) => !people.has(person)));
    const uars = epochs.map(({ validation }) => validation!.uar);
    assert.equal(bestEpoch, 1 + uars.indexOf(Math.max(...uars)));
    const again = await branch.evaluate(plan.validate!, { device: "cpu" });
    assert.ok(Math.abs(again.uar - Math.max(...uars)) < 1e-9, "the weights are those of that epoch");
    assert.match(
      branch.toString(),
      new RegExp(`with the weights of epoch ${bestEpoch}, the best on 14 validation stills`),
    );
    await branch.dispose();
    assert.throws(() => fit(stills, { ...options, keep: "best" }), /needs stills to judge epochs on/);
    assert.throws(() => fit(stills, { ...options, validate: patternClips(1) }), /are no stills/);
  });

  it("goes on learning from a model that was trained before", async () => {
    const first = await fit(stills, options);
    const before = filter(first.model.weights());
    const second = await fit(stills, { ...options, model: first.model });
    assert.equal(second.run.epochs.length, 2);
    assert.notDeepEqual(filter(second.model.weights()), before);
    assert.deepEqual(filter(first.model.weights()), before);
    for (const branch of [first, second]) await branch.dispose();
  });

  it("keeps what it learnt when it is stopped, and says so; its record is that of any run", async () => {
    const training = fit(stills, { ...options, epochs: 500, record: folder });
    for await (const event of training) if (event.type === "epoch" && event.epoch === 2) training.stop();
    const branch = await training;
    assert.equal(branch.state, "stopped");
    assert.match(branch.toString(), /stopped after \d+ of 500 epochs/);
    assert.ok(existsSync(path.join(folder, branch.run.id, "run.json")));
    const own = branch.model.weights();
    assert.deepEqual(filter(own), [...own.get("frozen.spatial.stem.conv.weight")!.data].slice(0, 20));
    await branch.dispose();
  });

  it("says which emotion no still shows, and which stills have no label", async () => {
    const some = new ClipSet(
      stills.clips
        .filter(({ label }) => label !== 6)
        .map((clip, at) => (at === 0 ? { ...clip, label: null } : clip)),
      dfewLabels,
    );
    const notes = await notesDuring(async () => (await fit(some, { ...options, epochs: 1 })).dispose());
    assert.match(notes.join("\n"), /no still shows Fear, so the branch learns nothing of it/);
    assert.match(notes.join("\n"), /leaves out 1 of 24 clips, which have no label: pattern-0/);
  });

  it("refuses clips with several frames, stills of one emotion and a model with other labels", () => {
    assert.throws(
      () => fit(patternClips(1), options),
      /7 of 7 clips are no stills: "pattern-0" has 4 frames/,
    );
    assert.throws(() => fit(stills.withEmotion("Sad"), options), /show one emotion only/);
    const labels = new LabelSet(dfewLabels.emotions.toReversed(), { all: dfewLabels.emotions });
    const other = newModel(smallestModel, { labels });
    assert.throws(() => fit(stills, { ...options, model: other }), /The model distinguishes Fear, Disgust/);
    other.dispose();
  });
});
