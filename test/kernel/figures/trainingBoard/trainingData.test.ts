import assert from "node:assert/strict";
import type {
  TrainingBoardPayload,
  TrainingStepPayload,
} from "../../../../kernel/contracts/payloads/trainingBoard.js";
import { lastEpoch } from "../../../../kernel/figures/compute/training.js";
import { trainingDatasets } from "../../../../kernel/figures/trainingBoard/trainingData.js";

const step = (epoch: number, terms: TrainingStepPayload["terms"], learningRate?: number) => ({
  ...{ step: 10 * epoch, epoch, terms, total: 1 },
  ...(learningRate !== undefined && { learningRate }),
});
const validated = (...rates: [uar: number | null, war: number | null][]) =>
  rates.map(([uar, war], i) => ({ epoch: i + 1, uar, war }));

const board = (change: Partial<TrainingBoardPayload> = {}): TrainingBoardPayload => ({
  ...{ view: "training-board", version: 1, run: "a", state: "running", epochs: 12, epoch: 2 },
  ...{ steps: [], validation: [], ...change },
});
const wide = { small: 400, rates: 400 };
const textsOf = (change: Partial<TrainingBoardPayload>, small = 400) =>
  trainingDatasets(board(change), { ...wide, small })
    .termLabels.filter(({ term }) => term !== "learning rate")
    .map(({ text }) => text);

describe("the last epoch of a training's axes", () => {
  it("is the planned one, or the one that a resumed run has reached", () => {
    assert.equal(lastEpoch(board()), 12);
    assert.equal(lastEpoch(board({ steps: [step(3, {}), step(14.5, {})] })), 14.5);
    assert.equal(lastEpoch(board({ epochs: 0, validation: validated([0.2, 0.3], [0.3, 0.3]) })), 2);
    assert.equal(lastEpoch(board({ epochs: 0 })), 1, "an axis has a length");
  });
});

describe("the curves of a training", () => {
  const steps = [step(1, { emotion: 2 }, 0.1), step(2, { emotion: 3, energy: -1 })];

  it("have a point of every term at every step, and a gap where it is missing or not finite", () => {
    const { terms } = trainingDatasets(
      board({ steps: [...steps, step(3, { emotion: null, energy: 0 })] }),
      wide,
    );
    assert.deepEqual(
      terms.map(({ term, epoch, value }) => [term, epoch, value]),
      [
        ...[
          ["emotion", 1, 2],
          ["emotion", 2, 3],
          ["emotion", 3, null],
        ],
        ...[
          ["energy", 1, null],
          ["energy", 2, -1],
          ["energy", 3, 0],
        ],
      ],
    );
  });

  it("end with the term's value and its share of all terms, whatever their signs", () => {
    assert.deepEqual(textsOf({ steps }), ["3.00 · 75 % of the loss", "-1.00 · 25 % of the loss"]);
    assert.deepEqual(textsOf({ steps }, 160), ["3.00 · 75 %", "-1.00 · 25 %"], "shorter where it is narrow");
    assert.deepEqual(textsOf({ steps }, 110), ["3.00", "-1.00"], "alone where it is narrower");
    assert.deepEqual(textsOf({ steps: [step(1, { emotion: 0 })] }), ["0"]);
    assert.deepEqual(textsOf({ steps: [step(1, { emotion: null, energy: 1 })] }), [
      "not finite",
      "1.00 · 100 % of the loss",
    ]);
  });

  it("show the learning rate where it was recorded", () => {
    const { learningRates, termLabels } = trainingDatasets(board({ steps }), wide);
    assert.deepEqual(learningRates, [{ epoch: 1, term: "learning rate", value: 0.1 }]);
    assert.equal(termLabels.find(({ term }) => term === "learning rate")!.text, "0.1");
  });

  it("keep the payload's order of terms, which files may have sorted", () => {
    const { terms } = trainingDatasets(board({ steps, terms: ["energy", "emotion", "unknown"] }), wide);
    assert.deepEqual([...new Set(terms.map(({ term }) => term))], ["energy", "emotion"]);
  });

  it("are flat where a term is nothing but rounding, so that no axis is made of it", () => {
    const { terms } = trainingDatasets(board({ steps: [step(1, { energy: -3e-13 })] }), wide);
    assert.equal(terms[0].value, 0);
  });

  it("have names that differ, however alike their first 20 letters are", () => {
    const names = ["sentiment.level of frame 1", "sentiment.level of frame 2"];
    const { termLabels } = trainingDatasets(
      board({ steps: [step(1, Object.fromEntries(names.map((name) => [name, 1])))] }),
      { small: 130, rates: 0 },
    );
    const [first, second] = termLabels.map(({ name }) => String(name));
    assert.match(first, /…1$|… 1$/);
    assert.notEqual(first, second);
  });
});

describe("the rates of a validation", () => {
  const key = (
    uar: number | null,
    war: number | null,
    width = 400,
    more: Partial<TrainingBoardPayload> = {},
  ) =>
    trainingDatasets(board({ validation: validated([0.1, 0.1], [uar, war]), ...more }), {
      ...wide,
      rates: width,
    }).rateKey;
  const words = (entries: ReturnType<typeof key>) => entries.map(({ text }) => text);

  it("have a key with their last figures", () => {
    assert.deepEqual(words(key(0.3, 0.55)), ["UAR 30.0 %", "WAR 55.0 %"]);
    assert.deepEqual(words(key(null, 0.5)), ["UAR –", "WAR 50.0 %"]);
    assert.deepEqual(trainingDatasets(board(), wide).rateKey, []);
  });

  it("name the epoch whose weights are kept in the key, where it lies over no other text", () => {
    const validation = validated([0.1, 0.1], [0.6, 0.6], [0.5, 0.5]);
    const drawn = (bestEpoch?: number) => trainingDatasets(board({ validation, bestEpoch }), wide);
    assert.deepEqual(drawn(1).best, [{ epoch: 2 }]);
    assert.equal(words(drawn(1).rateKey).at(-1), "best epoch 2");
    assert.deepEqual([drawn().best, drawn(7).best], [[], []]);
  });

  it("keep the places of the key while its figures change, in rows where it is narrow", () => {
    const places = (entries: ReturnType<typeof key>) => entries.map(({ x, y }) => [x, y]);
    for (const width of [150, 250, 400])
      assert.deepEqual(places(key(0.01, 0.02, width)), places(key(1, 1, width)), `${width} px`);
    assert.ok(Number(key(0.5, 0.5, 150)[1].y) > Number(key(0.5, 0.5, 150)[0].y));
    assert.equal(key(0.5, 0.5)[1].y, key(0.5, 0.5)[0].y);
  });
});
