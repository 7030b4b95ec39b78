import type { ArrayValue } from "../../engine/contract.js";
import type { Model, WeightValues } from "../model/model.js";
import { Optimizer } from "../training/optimizer.js";
import { compileClipStep } from "../training/trainingStep.js";
import { labelInput, type Comparison } from "./comparison.js";
import { stateDeviation, tensorDeviation, type Deviation } from "./deviation.js";
import type { LossRecord, StateRecord } from "./fixture.js";
import { publishedTermValues } from "./publishedTerms.js";
import { recordTolerance, stepLossTolerance } from "./tolerance.js";

/**
 * Losses before the updates and the weights after one and three. If a file has `slowSteps`, at a smaller learning rate,
 * the published rate is followed for one update only: it overshoots, and what follows cannot be determined in float32
 * (SPEC.md, section 10).
 */
export async function compareSteps(comparison: Comparison): Promise<Deviation[]> {
  const { fixture } = comparison;
  const { slowSteps, after1, after3 } = fixture;
  const states: States = slowSteps ? { 1: after1 } : { 1: after1, 3: after3 };
  const usual = await stepDeviations(comparison, "", 0.01, fixture.stepLosses, states);
  if (!slowSteps) return usual;
  const slow = await stepDeviations(comparison, "slowSteps.", slowSteps.learningRate, slowSteps.stepLosses, {
    3: slowSteps.after3,
  });
  return [...usual, ...slow];
}

type States = Readonly<Record<number, Readonly<Record<string, StateRecord>>>>;

async function stepDeviations(
  comparison: Comparison,
  prefix: string,
  learningRate: number,
  losses: readonly LossRecord[],
  states: States,
): Promise<Deviation[]> {
  const { fixture, clips, frozen, device, terms, optimizer: options } = comparison;
  const model = comparison.newModel();
  const start = model.weights();
  const trainable = [...model.variables].filter(([, variable]) => variable.trainable);
  const optimizer = new Optimizer(options, new Map(trainable));
  const step = compileClipStep({ name: "parity", model, optimizer, device, lossTerms: terms });
  const labels = labelInput(fixture.labels, model);
  const found: Deviation[] = [];
  const last = Math.max(...Object.keys(states).map(Number));
  for (let update = 0; update < 4; update += 1) {
    const scalars = optimizer.scalars(update + 1, learningRate);
    const outputs = await step.run({ frames: clips, labels, pseudoLabelLogits: frozen, ...scalars });
    found.push(...lossDeviations(`${prefix}stepLosses`, losses, update, outputs, comparison, last));
    if (!states[update + 1]) continue;
    await step.sync();
    const group = `${prefix}after${update + 1}`;
    found.push(...weightDeviations(group, states[update + 1], model, start, fixture.noGradient));
  }
  await step.dispose();
  optimizer.dispose();
  model.dispose();
  return found;
}

function lossDeviations(
  group: string,
  losses: readonly LossRecord[],
  update: number,
  outputs: Readonly<Record<string, ArrayValue>>,
  { terms }: Comparison,
  last: number,
): Deviation[] {
  const expected = losses.find(({ beforeUpdate }) => beforeUpdate === update);
  if (!expected || update > last) return [];
  const values = publishedTermValues(new Map(Object.entries(outputs)), terms);
  const tolerance = stepLossTolerance(expected);
  return Object.entries(expected.terms).map(([name, { value }]) => ({
    group,
    record: `before update ${update}: ${name}`,
    deviation: Math.abs(values[name] - value),
    tolerance,
  }));
}

function weightDeviations(
  group: string,
  expected: Readonly<Record<string, StateRecord>>,
  model: Model,
  start: ReadonlyMap<string, WeightValues>,
  unchanged: readonly string[],
): Deviation[] {
  const now = model.weights();
  const moved = unchanged.filter((name) => !sameBits(now.get(name)!.data, start.get(name)!.data));
  const weights = Object.entries(expected).map(([name, record]) =>
    weightDeviation(group, name, now.get(name)!, start.get(name)!, record),
  );
  return [...weights, { group, record: "weights without gradient", deviation: moved.length, tolerance: 0 }];
}

function weightDeviation(
  group: string,
  name: string,
  now: WeightValues,
  start: WeightValues,
  record: StateRecord,
): Deviation {
  if (record.deltaL2 === undefined) {
    const tolerance = recordTolerance(record);
    return { group: `${group} statistics`, record: name, deviation: tensorDeviation(now, record), tolerance };
  }
  const deviation = stateDeviation(now.data, start.data, record);
  return { group: `${group} (share of tolerance)`, record: name, deviation, tolerance: 1 };
}

function sameBits(a: Float32Array, b: Float32Array): boolean {
  return a.every((value, index) => Object.is(value, b[index]));
}
