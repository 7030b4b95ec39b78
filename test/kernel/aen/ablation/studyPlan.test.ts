import assert from "node:assert/strict";
import { arm, type ArmChanges, arms } from "../../../../kernel/aen/ablation/arm.js";
import { planStudy, type AblationOptions } from "../../../../kernel/aen/ablation/studyPlan.js";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { dfewLabels, LabelSet } from "../../../../kernel/aen/labels.js";
import { train } from "../../../../kernel/aen/training/train.js";
import { model as makeModel } from "../../../../kernel/aen/model/model.js";
import { withSights } from "../training/facelessClips.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

const clips = patternClips(4);
const data = clips.split({ by: "identity", test: 0.5, seed: 1 });
const training = { epochs: 2, batch: 7 };
const planned = (options: Partial<AblationOptions> = {}) =>
  planStudy({ model: smallestModel, training }, { arms: [], data, seeds: 1, ...options });

describe("the plan of a study", () => {
  it("crosses seeds, folds and arms, so that pairs with the base are complete early", () => {
    const { tasks } = planned({ arms: arms.withoutEach("energy"), data: clips, folds: 2, seeds: [7, 3] });
    assert.deepEqual(
      tasks.map(({ seed, fold, arm: index }) => [seed, fold, index]),
      [
        ...[
          [7, 0, 0],
          [7, 0, 1],
          [7, 1, 0],
          [7, 1, 1],
        ],
        ...[
          [3, 0, 0],
          [3, 0, 1],
          [3, 1, 0],
          [3, 1, 1],
        ],
      ],
    );
    assert.equal(new Set(tasks.map(({ run }) => run)).size, 8);
  });

  it("is the same for the same code and data, and differs if anything that matters differs", () => {
    const { id } = planned();
    assert.equal(planned({ name: "by another name", parallel: 1 }).id, id);
    const others = [
      { seeds: 2 },
      { arms: arms.withoutEach("energy") },
      { data: { train: data.test, test: data.train } },
    ];
    for (const options of others) assert.notEqual(planned(options).id, id);
  });

  it("says how many frames show no face", () => {
    assert.deepEqual(planned().warnings, []);
    const marked = withSights(data.train, () => ["none", "seen", "seen", "seen"], 0);
    const { warnings } = planned({ data: { train: marked, test: data.test } });
    assert.match(
      warnings.join(),
      /^Of training and test clips, 14 of \d+ frames show no face, in 14 of 28 clips\.$/,
    );
  });

  it("warns of judged clips and people that are trained on, by number", () => {
    const learnt = planned({ data: { train: data.train, test: data.train } }).warnings;
    assert.match(
      learnt.join(),
      /^14 of 14 judged clips are training clips, and 2 of the 2 people of the judged clips are in training clips, so figures/,
    );
    const odd = (is: boolean) => clips.filter(({ label }) => (label! % 2 === 1) === is);
    assert.match(
      planned({ data: { train: odd(false), test: odd(true) } }).warnings.join(),
      /4 of the 4 people of the judged clips are in training clips/,
    );
  });

  it("refuses an arm that is the base itself, or another arm, by name", () => {
    const two = (...changes: ArmChanges[]) => changes.map((change, at) => arm(`arm ${at + 1}`, change));
    assert.throws(() => planned({ arms: two({}) }), /^RangeError: The arm "arm 1" is the base itself/);
    assert.throws(
      () => planned({ arms: two({ training: { batch: 7 } }) }),
      /The arm "arm 1" is the base itself/,
    );
    const other = { training: { batch: 5 } };
    assert.throws(() => planned({ arms: two(other, other) }), /The arms "arm 1" and "arm 2" are the same/);
  });

  it("is named after the size of the study by default", () => {
    assert.equal(planned({ arms: arms.withoutEach("energy"), seeds: 3 }).name, "2 arms x 3 seeds");
    assert.throws(() => planned({ name: "two\nlines" }), /A study cannot be called/);
  });

  it("gives each arm its own settings on top of the base's", () => {
    const { arms: all } = planned({
      arms: [
        arm("other", { training: { epochs: 5 }, model: { heads: 2 } }),
        arm("grouped", {
          groups: { good: ["Happy"], other: dfewLabels.emotions.filter((name) => name !== "Happy") },
        }),
      ],
    });
    assert.deepEqual(
      all.map(({ name }) => name),
      ["base", "other", "grouped"],
    );
    assert.deepEqual(
      all.map((one) => one.training.epochs),
      [2, 5, 2],
    );
    assert.deepEqual(
      all.map((one) => one.training.batch),
      [7, 7, 7],
    );
    assert.deepEqual(
      all.map((one) => one.configuration.heads),
      [1, 2, 1],
    );
    assert.deepEqual(
      all.map((one) => one.labels.groups.length),
      [3, 3, 2],
    );
  });
});

describe("the clips of a study", () => {
  it("are each evaluated once, by networks that never saw the person", () => {
    const { folds } = planned({ data: clips });
    assert.equal(folds.length, 4);
    const tested = folds.flatMap(({ test }) => test.clips.map(({ id }) => id));
    assert.deepEqual(tested.sort(), clips.clips.map(({ id }) => id).sort());
    for (const { train: learnt, test } of folds) {
      const people = new Set(learnt.clips.map(({ identity }) => identity));
      assert.ok(test.clips.every(({ identity }) => !people.has(identity)));
    }
  });

  it("are evaluated if they have a label; at least one must", () => {
    const bare = (count: number) =>
      new ClipSet(
        data.test.clips.map((clip, i) => (i < count ? { ...clip, label: null } : clip)),
        dfewLabels,
      );
    assert.equal(planned({ data: { ...data, test: bare(5) } }).folds[0].test.length, data.test.length - 5);
    assert.throws(
      () => planned({ data: { ...data, test: bare(99) } }),
      /evaluated on labelled clips, but no test clip has a label/,
    );
  });

  it("must have the base's labels, for training as well as for testing", () => {
    const { emotions } = dfewLabels;
    const turned = new LabelSet(emotions.toReversed(), { all: emotions });
    const other = (set: ClipSet) => new ClipSet(set.clips, turned);
    const wanted = /labelled Fear, Disgust, .*, Happy; the base distinguishes Happy, Sad/;
    assert.throws(() => planned({ data: { ...data, test: other(data.test) } }), wanted);
    assert.throws(() => planned({ data: { ...data, train: other(data.train) } }), wanted);
  });

  it("default to those of the base run if it was validated", async () => {
    const model = makeModel(smallestModel);
    const options = { ...training, epochs: 0, pretraining: false, record: false } as const;
    const [validated, plain] = [
      await train(model, data.train, { ...options, validate: data.test }),
      await train(model, data.train, options),
    ];
    const [{ train: learnt, test }] = planStudy(validated, { arms: [] }).folds;
    assert.deepEqual([learnt.contentHash, test.contentHash], [data.train.contentHash, data.test.contentHash]);
    for (const base of [plain, { model }]) {
      assert.throws(() => planStudy(base, { arms: [] }), /needs training clips and test clips/);
    }
    await Promise.all([validated.dispose(), plain.dispose()]);
    model.dispose();
  });
});

describe("the seeds of a study", () => {
  const seedsOf = (seeds: number | readonly number[]) => planned({ seeds }).seeds;

  it("are counted from 1 or given as a list; there are five by default", () => {
    assert.deepEqual(seedsOf(3), [1, 2, 3]);
    assert.deepEqual(seedsOf([9, 0]), [9, 0]);
    assert.equal(planned({ seeds: undefined }).seeds.length, 5);
  });

  it("must be whole numbers, at least one, without duplicates", () => {
    for (const list of [[], [1, 1], [1.5], [NaN]]) {
      assert.throws(() => seedsOf(list), /Seeds must be whole numbers, at least one and all different, got /);
    }
    for (const count of [0, -1, 2.5, NaN, Infinity]) {
      assert.throws(
        () => seedsOf(count),
        new RegExp(`number of seeds must be a whole number of 1 or more, got ${count}\\.`),
      );
    }
  });
});

describe("the number of runs at a time", () => {
  it("must be a whole number of 1 or more: otherwise no run would ever start", () => {
    for (const parallel of [0, -1, 1.5, NaN]) {
      assert.throws(
        () => planned({ parallel }),
        new RegExp(`\\{ parallel \\} must be a whole number of 1 or more, got ${parallel}\\.`),
      );
    }
    assert.equal(planned({ parallel: 2 }).tasks.length, 1);
  });
});
