import type { NumberDetails } from "../contracts/variableDetails.js";

/** Numbers in their order, the last dimension running fastest. */
export interface ShapedNumbers {
  readonly type: string;
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

const [bins, mostRows, mostColumns] = [24, 16, 16];

/** Statistics, a histogram and the first slice of numbers. */
export function numberDetails({ type, shape, values }: ShapedNumbers): NumberDetails {
  const counts = counted(values);
  const { least, most, mean, finite } = counts;
  const deviation = Math.sqrt(sumOf(values, (value) => (value - mean) ** 2) / finite);
  return {
    ...{ kind: "numbers", type, shape, count: values.length },
    ...{ notANumber: counts.notANumber, infinite: counts.infinite, zeros: counts.zeros },
    figures: finite === 0 ? null : { least, most, mean, deviation },
    histogram: finite === 0 ? [] : histogram(values, least, most),
    index: shape.slice(0, -2).map(() => 0),
    slice: firstSlice(shape, values),
  };
}

function counted(values: ArrayLike<number>) {
  let [least, most, sum, finite, notANumber, infinite, zeros] = [Infinity, -Infinity, 0, 0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = Number(values[i]);
    if (Number.isNaN(value)) notANumber++;
    else if (!Number.isFinite(value)) infinite++;
    else {
      finite++;
      sum += value;
      if (value === 0) zeros++;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return { least, most, mean: sum / finite, finite, notANumber, infinite, zeros };
}

function sumOf(values: ArrayLike<number>, of: (value: number) => number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = Number(values[i]);
    if (Number.isFinite(value)) sum += of(value);
  }
  return sum;
}

function histogram(values: ArrayLike<number>, least: number, most: number): number[] {
  const counts = new Array<number>(least === most ? 1 : bins).fill(0);
  const width = (most - least) / counts.length || 1;
  for (let i = 0; i < values.length; i++) {
    const value = Number(values[i]);
    if (Number.isFinite(value)) counts[Math.min(counts.length - 1, Math.floor((value - least) / width))]++;
  }
  return counts;
}

/** The first rows and columns of the last two dimensions, at index 0 of all others. */
function firstSlice(shape: readonly number[], values: ArrayLike<number>): (number | null)[][] {
  if (values.length === 0) return [];
  const columns = shape.at(-1) ?? 1;
  const rows = shape.length > 1 ? shape.at(-2)! : 1;
  return Array.from({ length: Math.min(rows, mostRows) }, (_, row) =>
    Array.from({ length: Math.min(columns, mostColumns) }, (_, column) => {
      const value = Number(values[row * columns + column]);
      return Number.isFinite(value) ? value : null;
    }),
  );
}
