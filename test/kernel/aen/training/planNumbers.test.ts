import assert from "node:assert/strict";
import type { OptimizerOptions } from "../../../../kernel/aen/training/optimizer.js";
import { configurationOf } from "../../../../kernel/aen/model/presets.js";
import { requirePlanNumbers } from "../../../../kernel/aen/training/planNumbers.js";
import type { Schedule } from "../../../../kernel/aen/training/schedule.js";
import { planTraining, type TrainPlan } from "../../../../kernel/aen/training/trainOptions.js";

const plan = planTraining(configurationOf("tiny"), {});
const check = (changes: Partial<TrainPlan>) => requirePlanNumbers({ ...plan, ...changes });
const optimizer = (kind: OptimizerOptions["kind"], rest: object) =>
  ({ optimizer: { kind, ...rest } as OptimizerOptions }) as const;
const schedule = (kind: string, rest: object) => ({ schedule: { kind, ...rest } as Schedule }) as const;
const pretraining = (changes: object) => ({ pretraining: { ...plan.pretraining!, ...changes } });

describe("the numbers of a plan", () => {
  it("are accepted at the ends of their ranges", () => {
    check({ epochs: 0, batch: 1, threads: 1, seed: -3.5, checkpointSeconds: 0, pretraining: null });
    check({ earlyStopping: { patience: 1, least: 0 } });
    check(optimizer("sgd", { momentum: 0, weightDecay: 0 }));
    check(optimizer("adam", { beta1: 0, beta2: 0.9999, epsilon: 1e-12 }));
    check(schedule("cosine", { floor: 0, warmUp: 0 }));
    check(schedule("step", { every: 0.5, factor: 2 }));
  });

  for (const [name, changesOf] of Object.entries({
    epochs: (value) => ({ epochs: value }),
    batch: (value) => ({ batch: value }),
    seed: (value) => ({ seed: value }),
    checkpointSeconds: (value) => ({ checkpointSeconds: value }),
    "earlyStopping.patience": (value) => ({ earlyStopping: { patience: value, least: 0 } }),
    "earlyStopping.least": (value) => ({ earlyStopping: { patience: 1, least: value } }),
    "optimizer.momentum": (value) => optimizer("sgd", { momentum: value }),
    "optimizer.weightDecay": (value) => optimizer("adamw", { weightDecay: value }),
    "optimizer.beta1": (value) => optimizer("adam", { beta1: value }),
    "optimizer.beta2": (value) => optimizer("adam", { beta2: value }),
    "optimizer.epsilon": (value) => optimizer("adam", { epsilon: value }),
    "schedule.warmUp": (value) => schedule("constant", { warmUp: value }),
    "schedule.floor": (value) => schedule("cosine", { floor: value }),
    "schedule.every": (value) => schedule("step", { every: value, factor: 0.1 }),
    "schedule.factor": (value) => schedule("step", { every: 1, factor: value }),
    "pretraining.epochs": (value) => pretraining({ epochs: value }),
    "pretraining.schedule.warmUp": (value) => pretraining({ schedule: { kind: "constant", warmUp: value } }),
  } satisfies Record<string, (value: number) => Partial<TrainPlan>>))
    it(`are refused by name when they are not finite: ${name}`, () => {
      for (const value of [NaN, Infinity, -Infinity])
        assert.throws(
          () => check(changesOf(value)),
          (error: Error) => error instanceof RangeError && error.message.startsWith(`"${name}" must be `),
          String(value),
        );
    });

  it("are refused outside of their ranges, with the value", () => {
    for (const [changes, message] of [
      [
        schedule("step", { every: 0, factor: 0.1 }),
        '"schedule.every" must be a number above 0 that is finite, got 0.',
      ],
      [
        optimizer("sgd", { momentum: 1 }),
        '"optimizer.momentum" must be a number of 0 or more and below 1 that is finite, got 1.',
      ],
      [
        { checkpointSeconds: -1 },
        '"checkpointSeconds" must be a number of 0 or more that is finite, got -1.',
      ],
    ] as const)
      assert.throws(() => check(changes), { name: "RangeError", message });
  });

  it("come with an optimizer and a schedule that there are", () => {
    assert.throws(
      () => check(schedule("linear", {})),
      /"schedule\.kind" must be one of constant, step, cosine, got "linear"/,
    );
    assert.throws(
      () => check({ optimizer: { kind: "lion" } as never }),
      /"optimizer\.kind" must be one of sgd, adam, adamw/,
    );
  });
});
