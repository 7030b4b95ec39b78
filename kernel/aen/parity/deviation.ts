import { channelsLast, sampleIndices } from "./generatedInputs.js";
import type { StateRecord, TensorRecord } from "./fixture.js";

/** How far one value or tensor is from its record, and how far it may be. */
export interface Deviation {
  /** The part of the fixture file, e.g. `gradients`. */
  readonly group: string;
  readonly record: string;
  readonly deviation: number;
  readonly tolerance: number;
}

/** Whether a deviation lies within its tolerance; NaN does not. */
export function isWithin({ deviation, tolerance }: Deviation): boolean {
  return deviation <= tolerance;
}

/** A computed tensor in the published order, to compare with a record. */
export interface ComputedTensor {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** Reorders images `[n, height, width, channels]` to the order of the records; leaves other tensors as they are. */
export function inPublishedOrder({ data, shape }: ComputedTensor): ComputedTensor {
  if (shape.length !== 4) return { data, shape };
  const [n, height, width, channels] = shape;
  return {
    data: channelsLast(data, channels, height * width, true),
    shape: [n, channels, height, width],
  };
}

/** The largest deviation of entries and mean (relative to the largest magnitude) and of length (relative to itself). */
export function tensorDeviation(computed: ComputedTensor, record: TensorRecord): number {
  const { data } = computed;
  if (data.length !== record.shape.reduce((a, b) => a * b, 1)) return NaN;
  const scale = Math.max(largestMagnitude(data), 1e-30);
  const { mean, l2 } = summary(data);
  return worst([
    sampleDeviation(data, record) / scale,
    Math.abs(mean - record.mean) / scale,
    Math.abs(l2 - record.l2) / Math.max(record.l2, 1e-30),
  ]);
}

/**
 * A weight after updates compared with its record: the length of the change relative to the recorded one, and the
 * entries relative to their allowed error (SPEC.md, section 10). Both as fractions of their tolerance.
 */
export function stateDeviation(computed: Float32Array, start: Float32Array, record: StateRecord): number {
  const change = computed.map((value, index) => value - start[index]);
  const { deltaL2 = 0, deltaDev32 = 0 } = record;
  const lengthTolerance = Math.max(1e-4, 10 * deltaDev32);
  const length = Math.abs(euclidean(change) - deltaL2) / Math.max(deltaL2, 1e-30);
  const rounding = 2e-7 * largestMagnitude(computed);
  const entryTolerance = rounding + 10 * deltaDev32 * largestMagnitude(change) + 1e-9;
  // A change much smaller than its weight cannot be known more precisely than the weight's rounding.
  const lengthRounding = (rounding * Math.sqrt(computed.length)) / Math.max(deltaL2, 1e-30);
  return worst([
    length / Math.max(lengthTolerance, lengthRounding),
    sampleDeviation(computed, record) / entryTolerance,
  ]);
}

/** The largest absolute deviation of the recorded entries. */
export function sampleDeviation(data: Float32Array, record: TensorRecord): number {
  const expected = record.all ?? record.samples ?? [];
  const indices = record.all
    ? expected.map((_, index) => index)
    : sampleIndices(data.length, expected.length);
  return worst(expected.map((value, place) => Math.abs(data[indices[place]] - value)));
}

/** The largest value; NaN if any is NaN. */
export function worst(values: readonly number[]): number {
  return values.reduce((largest, value) => (Number.isNaN(value) || value > largest ? value : largest), 0);
}

function largestMagnitude(values: Float32Array): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

function summary(values: Float32Array): { mean: number; l2: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, l2: euclidean(values) };
}

function euclidean(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}
