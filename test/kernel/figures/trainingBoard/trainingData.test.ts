import assert from "node:assert/strict";
import type {
  TrainingBoardPayload,
  TrainingStepPayload,
} from "../../../../kernel/contracts/payloads/trainingBoard.js";
import { lastEpoch, trainingDatasets } from "../../../../kernel/figures/trainingBoard/trainingData.js";

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
const textsOf = (change: Partial<TrainingBoardPayload>, width = 400) =>
  trainingDatasets(board(change), width).termLabels.map(({ text }) => text);

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
      400,
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
    assert.deepEqual(textsOf({ steps }, 200), ["3.00 · 75 %", "-1.00 · 25 %"], "shorter where it is narrow");
    assert.deepEqual(textsOf({ steps: [step(1, { emotion: 0 })] }), ["0.00"]);
    assert.deepEqual(textsOf({ steps: [step(1, { emotion: null, energy: 1 })] }), [
      "not finite",
      "1.00 · 100 % of the loss",
    ]);
  });

  it("show the learning rate where it was recorded", () => {
    assert.deepEqual(trainingDatasets(board({ steps }), 400).learningRates, [{ epoch: 1, value: 0.1 }]);
  });
});

describe("the rates of a validation", () => {
  const ends = (uar: number | null, war: number | null) =>
    trainingDatasets(board({ validation: validated([0.1, 0.1], [uar, war]) }), 400).rateLabels;

  it("are named at the ends of their lines, the higher one first", () => {
    assert.deepEqual(ends(0.3, 0.55), [
      { epoch: 2, rate: 0.55, text: "WAR 55.0" },
      { epoch: 2, rate: 0.3, text: "UAR 30.0" },
    ]);
  });

  it("are moved apart when their names would overlap, around their middle and with their own figures", () => {
    const [upper, lower] = ends(0.52, 0.5);
    assert.deepEqual([upper.text, lower.text], ["UAR 52.0", "WAR 50.0"]);
    assert.ok(Math.abs(Number(upper.rate) - 0.55) < 1e-12 && Math.abs(Number(lower.rate) - 0.47) < 1e-12);
  });

  it("are left out where they are not known", () => {
    assert.deepEqual(ends(null, 0.5), [{ epoch: 2, rate: 0.5, text: "WAR 50.0" }]);
    assert.deepEqual(trainingDatasets(board(), 400).rateLabels, []);
  });

  it("mark the epoch whose weights are kept", () => {
    const validation = validated([0.1, 0.1], [0.6, 0.6], [0.5, 0.5]);
    const best = (bestEpoch?: number) => trainingDatasets(board({ validation, bestEpoch }), 400).best;
    assert.deepEqual(best(1), [{ epoch: 2, text: "best: 2" }]);
    assert.deepEqual([best(), best(7)], [[], []]);
  });
});
