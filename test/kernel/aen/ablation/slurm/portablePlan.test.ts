import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import * as aen from "../../../../../kernel/aen/index.js";
import { readPlan, writePlan } from "../../../../../kernel/aen/ablation/slurm/portablePlan.js";
import { runNames } from "../../../../../kernel/aen/ablation/runNames.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { patternClips, smallestModel } from "../../training/patternClips.js";

const known = { tf, aen };
const clips = patternClips(2);
const data = clips.split({ by: "identity", test: 0.5, seed: 1 });
const factor = 0.5;
const own = aen.lossTerm("own", ({ frameLogits }) => tf.mul(tf.mean(frameLogits), factor), { weight: 0.1 });
const others = clips.labels.emotions.filter((name) => name !== "Happy");
const arms = [
  ...aen.arms.withoutEach("energy"),
  aen.arm("own", { add: own, groups: { good: ["Happy"], other: others }, training: { balanced: true } }),
];

function planned(options: Partial<aen.AblationOptions> = {}): aen.StudyPlan {
  const training = { epochs: 3, batch: 7, pretraining: { epochs: 1, stills: data.train } };
  return aen.ablation({ base: { model: smallestModel, training }, arms, data, seeds: [4, 2], ...options })
    .plan;
}

describe("a plan that is sent to a node", () => {
  const folder = temporaryFolder();
  let count = 0;
  const written = async (plan: aen.StudyPlan) => {
    const place = path.join(folder, String(count++));
    await writePlan(plan, place);
    return place;
  };

  it("comes back whole: the names of its runs, which depend on everything that matters, are the same", async () => {
    const plan = planned({ data: clips, folds: 2 });
    const read = await readPlan(await written(plan), known);
    assert.deepEqual(read.tasks, plan.tasks);
    const nameOf = runNames(read);
    for (const task of plan.tasks) assert.equal(nameOf(task), task.run);
    const plain = ({ id, name, seeds, beta, bottomUp, labels }: aen.StudyPlan) => [
      id,
      name,
      seeds,
      beta,
      bottomUp,
      labels,
    ];
    assert.deepEqual(plain(read), plain(plan));
    assert.equal(read.givenBottomUp, null);
  });

  it("has arms with their terms, groups, settings and stills", async () => {
    const plan = planned();
    const { arms: all, folds } = await readPlan(await written(plan), known);
    for (const [i, arm] of all.entries()) {
      const { terms, training, ...rest } = arm;
      const { terms: wantedTerms, training: wanted, ...wantedRest } = plan.arms[i];
      assert.deepEqual(rest, wantedRest);
      assert.deepEqual(
        terms.map(({ name, weight }) => [name, weight]),
        wantedTerms.map(({ name, weight }) => [name, weight]),
      );
      const { loss, pretraining, ...plain } = training;
      const { loss: _loss, pretraining: wantedPretraining, ...wantedPlain } = wanted;
      assert.deepEqual(plain, wantedPlain);
      assert.equal(loss.length, terms.length, "an arm trains with its own terms");
      assert.deepEqual({ ...pretraining, stills: null }, { ...wantedPretraining, stills: null });
      assert.equal(pretraining!.stills, folds[0].train, "the stills are the training clips, as they were");
    }
  });

  it("brings the weights of a given bottom-up branch", async () => {
    const given = aen.model(smallestModel);
    given.freezeFrameModel();
    const plan = planned({ bottomUp: given });
    const place = await written(plan);
    assert.ok(readdirSync(place).includes(`bottom-up-${plan.givenBottomUp!.hash}.safetensors`));
    const read = await readPlan(place, known);
    assert.equal(read.givenBottomUp!.hash, plan.givenBottomUp!.hash);
    const [mine, theirs] = [plan, read].map(({ givenBottomUp }) => givenBottomUp!.weights);
    assert.deepEqual([...theirs.keys()].sort(), [...mine.keys()].sort());
    for (const [name, { data: values }] of mine) assert.deepEqual(theirs.get(name)!.data, values, name);
    given.dispose();
  });

  it("is rejected if it would be another study, naming the arm that differs", async () => {
    const place = await written(planned());
    const file = path.join(place, "plan.json");
    const change = (from: RegExp, to: string) => {
      const text = readFileSync(file, "utf8");
      assert.match(text, from);
      writeFileSync(file, text.replace(from, to));
    };
    change(/"balanced": true/, '"balanced": false');
    await assert.rejects(
      readPlan(place, known),
      /The arm "own" is not the one that was planned: on this node, /,
    );
    change(/"balanced": false(?![^]*"balanced": false)/, '"balanced": true');
    await readPlan(place, known);
    change(/"epochs": 3/, '"epochs": 4');
    await assert.rejects(readPlan(place, known), /The arm "base" is not the one .* Submit the study again/);
  });
});
