import type { ArrayValue } from "../../engine/contract.js";
import { lossTerms, publishedLoss } from "../losses/lossTerms.js";
import { toPublished } from "../model/layout.js";
import type { Model } from "../model/model.js";
import { publishedOptimizer } from "../training/optimizer.js";
import { compareFusion } from "./compareFusion.js";
import { compareSteps } from "./compareSteps.js";
import { labelInput, type Comparison, type ParityOptions } from "./comparison.js";
import { inPublishedOrder, isWithin, tensorDeviation, type Deviation } from "./deviation.js";
import type { Fixture, TensorRecord } from "./fixture.js";
import { fixtureChecksums, fixtureClips, fixtureModel } from "./fixtureModel.js";
import { forwardRecords, frozenRecords, gradientRecords, lossRecords } from "./fixtureSteps.js";
import { publishedTermValues } from "./publishedTerms.js";
import { forwardTolerance, lossTolerance, recordTolerance } from "./tolerance.js";

/**
 * Computes everything that a fixture file records and returns how far off each record is (SPEC.md, section 10).
 * @throws RangeError for a file with unknown sizes
 */
export async function compareFixture(fixture: Fixture, options: ParityOptions = {}): Promise<Deviation[]> {
  const { device = "cpu", onPart } = options;
  const model = fixtureModel(fixture, options.configuration);
  const plain = fixtureClips(fixture);
  const clips = options.clips?.(plain) ?? plain;
  const frozen = await frozenRecords(model, clips, options.frozenTraining ?? false, device);
  const comparison: Comparison = {
    ...{ fixture, options, device, clips, frozen },
    terms: lossTerms({ ...publishedLoss, ...options.loss }),
    optimizer: options.optimizer ?? publishedOptimizer,
    newModel: () => fixtureModel(fixture, options.configuration),
  };
  const found: Deviation[] = [];
  const parts: [string, () => Promise<Deviation[]>][] = [
    ["generated weights and clips", async () => checksumDeviations(fixture)],
    ["evaluation", () => evaluationDeviations(comparison, model)],
    ["training-mode forward", () => trainingForwardDeviations(comparison, model)],
    ["losses", () => lossDeviations(comparison, model)],
    ["gradients", () => gradientDeviations(comparison, model)],
    ["updates", () => compareSteps(comparison)],
  ];
  for (const [name, part] of parts) {
    onPart?.(name);
    found.push(...(await part()));
    if (options.untilOutside && !found.every(isWithin)) break;
  }
  model.dispose();
  return found;
}

function checksumDeviations(fixture: Fixture): Deviation[] {
  const sums = fixtureChecksums(fixture);
  return (["main", "clips"] as const).map((record) => ({
    group: "checksums",
    record,
    deviation: sums[record] === fixture.checksums[record] ? 0 : 1,
    tolerance: 0,
  }));
}

async function evaluationDeviations({ fixture, clips, device }: Comparison, model: Model) {
  const records = await forwardRecords(model, clips, false, device);
  return [
    ...compareRecords("eval", fixture.eval, records, () => forwardTolerance),
    ...compareFusion(fixture, records, model.labels),
  ];
}

async function trainingForwardDeviations({ fixture, clips, device }: Comparison, model: Model) {
  const records = await forwardRecords(model, clips, true, device);
  return compareRecords("trainForward", fixture.trainForward, records, () => forwardTolerance);
}

async function lossDeviations(comparison: Comparison, model: Model): Promise<Deviation[]> {
  const { fixture, clips, frozen, terms, device } = comparison;
  const found: Deviation[] = [];
  for (const [index, { labels, terms: expected }] of fixture.trainLosses.entries()) {
    const inputs = { clips, labels: labelInput(labels ?? fixture.labels, model), pseudoLabelLogits: frozen };
    const records = await lossRecords(model, inputs, terms, device);
    if (index === 0) {
      found.push(...compareRecords("trainLossInputs", fixture.trainLossInputs, records, recordTolerance));
    }
    const values = publishedTermValues(records, terms);
    for (const [name, { value }] of Object.entries(expected)) {
      const deviation = Math.abs(values[name] - value);
      found.push({ group: "trainLosses", record: `${labels}: ${name}`, deviation, tolerance: lossTolerance });
    }
  }
  return found;
}

async function gradientDeviations(comparison: Comparison, model: Model): Promise<Deviation[]> {
  const { fixture, clips, frozen, terms, device } = comparison;
  const inputs = { clips, labels: labelInput(fixture.labels, model), pseudoLabelLogits: frozen };
  const gradients = await gradientRecords(model, inputs, terms, device);
  const published = new Map(
    [...gradients].map(([name, { data }]) => {
      const { shape } = model.parameters.find((parameter) => parameter.name === name)!;
      return [name, { data: toPublished(data as Float32Array, shape), shape, dtype: "float32" }] as const;
    }),
  );
  const extra = fixture.noGradient.filter((name) => gradients.has(name));
  return [
    ...compareRecords("gradients", fixture.gradients, published, recordTolerance),
    { group: "noGradient", record: extra.join(" ") || "all", deviation: extra.length, tolerance: 0 },
  ];
}

function compareRecords(
  group: string,
  expected: Readonly<Record<string, TensorRecord>>,
  records: ReadonlyMap<string, ArrayValue>,
  tolerance: (record: TensorRecord, name: string) => number,
): Deviation[] {
  return Object.entries(expected).map(([name, record]) => {
    const computed = records.get(name);
    const isWeight = group === "gradients";
    const tensor = computed && { data: computed.data as Float32Array, shape: computed.shape };
    const deviation = tensor ? tensorDeviation(isWeight ? tensor : inPublishedOrder(tensor), record) : NaN;
    return { group, record: name, deviation, tolerance: tolerance(record, name) };
  });
}
