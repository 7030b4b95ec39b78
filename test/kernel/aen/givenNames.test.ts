import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import * as aen from "../../../kernel/aen/index.js";
import { readPlan, writePlan } from "../../../kernel/aen/ablation/slurm/portablePlan.js";
import { requireName } from "../../../kernel/aen/givenNames.js";
import { trainingBoardOf } from "../../../kernel/figures/trainingBoard/boardOfRun.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { awkwardNames } from "./awkwardNames.js";
import { patternClips, smallestModel } from "./training/patternClips.js";

/** A term whose value is its number, so that one cannot be taken for another. */
const numbered = (name: string, number: number) =>
  aen.lossTerm(name, ({ frameLogits }) => tf.add(tf.mul(tf.mean(frameLogits), 0), number), {
    weight: 1 / 64,
  });

describe("a name that a user gives", function () {
  this.timeout(120_000);
  const record = temporaryFolder();
  const clips = patternClips(3);
  const data = clips.split({ by: "identity", test: 0.34, seed: 1 });
  const terms = awkwardNames.map((name, i) => numbered(name, i + 1));
  const loss = [...aen.lossTerms().slice(0, 1), ...terms];
  const settings = { device: "cpu", batch: 7, epochs: 1, pretraining: { epochs: 1 }, loss } as const;
  const expected = Object.fromEntries(awkwardNames.map((name, i) => [name, i + 1]));
  const ownOf = (values: Readonly<Record<string, number | null>>) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => awkwardNames.includes(name)));
  const model = aen.model(smallestModel);
  let run: aen.Run;
  before(async () => (run = await aen.train(model, clips, { ...settings, record })));
  after(async () => {
    await run.dispose();
    model.dispose();
  });

  it("is the term's own in the events, the board and the record of a training", async () => {
    const [epoch] = run.epochs.filter(({ phase }) => phase === "training");
    assert.deepEqual(ownOf(epoch.terms), expected);
    const [step] = trainingBoardOf(run).steps;
    for (const [name, value] of Object.entries(expected)) assert.equal(step.terms[name], value / 64, name);
    const resumed = await aen.resume(run.id, clips, { record, loss: terms });
    assert.deepEqual(
      resumed.plan.loss.map(({ name }) => name),
      loss.map(({ name }) => name),
    );
  });

  it("is the term's own where weights are inputs, in a what-if and an ablation", async () => {
    const whatIf = await aen.whatIf(run, data.test, { epochs: 1 });
    await whatIf.at({ "in/out": 0.5 });
    assert.equal(whatIf.points[1].weights["in/out"], 0.5);
    await whatIf.dispose();
    const arms = awkwardNames.map((name) => aen.arm(name, { without: name }));
    const options = { data, arms, seeds: 1, name: "../in/out", record: `${record}/studies` };
    const study = await aen.ablate({ model: smallestModel, training: settings }, options);
    assert.equal(study.summary.progress.finished, arms.length + 1, String(study));
    assert.deepEqual(
      study.summary.arms.map(({ name }) => name),
      ["base", ...awkwardNames],
    );
  });

  it("comes back from a plan that is written for a cluster", async () => {
    const choices = aen.lossTerms().slice(0, 1);
    const own = awkwardNames.map((name) => aen.lossTerm(name, ({ frameLogits }) => tf.mean(frameLogits)));
    const base = { model: smallestModel, training: { ...settings, loss: [...choices, ...own] } };
    const { plan } = aen.ablation({ base, data, arms: [], seeds: 1, name: 'in/out: "x"' });
    await writePlan(plan, `${record}/plan`);
    const read = await readPlan(`${record}/plan`, { tf, aen });
    assert.equal(read.name, plan.name);
    assert.deepEqual(
      read.arms[0].terms.map(({ name }) => name),
      plan.arms[0].terms.map(({ name }) => name),
    );
  });

  const refused: [string, RegExp][] = [
    ["", /needs a name/],
    [" \t", /needs a name/],
    ["two\nlines", /cannot be called "two\\nlines": a name must be a single line/],
    ["nul\0", /a name must be a single line/],
    ["a\u2028b", /a name must be a single line/],
    ["half \ud83d", /it contains half a character/],
    ["constructor", /cannot be called "constructor": every JavaScript object/],
    ["__proto__", /every JavaScript object/],
    ["toString", /every JavaScript object/],
  ];
  for (const [name, message] of refused) {
    it(`is refused by terms, arms and studies alike: ${JSON.stringify(name)}`, () => {
      const value = () => tf.scalar(0);
      const plain = { name, weight: 1, value };
      const base = { model: smallestModel, training: settings };
      assert.throws(() => requireName("X", name), message);
      assert.throws(() => aen.lossTerm(name, value), message);
      assert.throws(() => aen.train(model, clips, { ...settings, record: false, loss: [plain] }), message);
      assert.throws(() => aen.arm(name, {}), message);
      assert.throws(() => aen.ablation({ base, data, arms: [{ name, changes: {} }] }), message);
      assert.throws(() => aen.ablation({ base, data, arms: [], name }), message);
    });
  }

  it("is refused for a second term of the same loss", () => {
    const twice = [numbered("one", 1), numbered("one", 2)];
    const train = () => aen.train(model, clips, { ...settings, record: false, loss: twice });
    assert.throws(train, /Two loss terms are called "one"/);
  });
});
