import { pad, slice } from "../ir/shapes.js";
import * as ir from "../ir/elementwise.js";
import { operation, type Value } from "../ir/graph.js";
import { arg, reduce, type Reduction } from "../ir/reduce.js";
import { axesOf, lowering, type Lowering, type Lowerings } from "./lowering.js";

interface ReductionAttributes {
  readonly axis?: number | number[];
  /** tfjs's name for the axes of a maximum. */
  readonly reductionIndices?: number | number[];
  readonly keepDims?: boolean;
}

/** A reduction over `axis`; booleans are counted as int32. */
function over(reduction: Reduction, prepare: (x: Value) => Value = (x) => x): Lowering {
  return lowering<ReductionAttributes>(({ x }, { axis, reductionIndices, keepDims }) => {
    const value = prepare(x.dtype === "bool" ? ir.cast(x, "int32") : x);
    return reduce(reduction, value, axesOf(axis ?? reductionIndices, x.shape.length), keepDims);
  });
}

function logical(reduction: Reduction): Lowering {
  return lowering<ReductionAttributes>(({ x }, { axis, keepDims }) => {
    const counted = ir.cast(x, "int32");
    return ir.cast(reduce(reduction, counted, axesOf(axis, x.shape.length), keepDims), "bool");
  });
}

function position(which: "ArgMax" | "ArgMin"): Lowering {
  return lowering<{ axis: number }>(({ x }, { axis }) => {
    const comparable = x.dtype === "bool" ? ir.cast(x, "int32") : x;
    return ir.cast(arg(which, comparable, axesOf(axis, x.shape.length)[0]), "int32");
  });
}

interface CumulativeAttributes {
  readonly axis: number;
  readonly exclusive?: boolean;
  readonly reverse?: boolean;
}

const cumulativeSum = lowering<CumulativeAttributes>(({ x }, attributes, graph) => {
  const { exclusive, reverse } = attributes;
  const axis = graph.uniform(axesOf(attributes.axis, x.shape.length)[0], [], "int64");
  const value = x.dtype === "bool" ? ir.cast(x, "int32") : x;
  const options = { exclusive: exclusive ? 1 : 0, reverse: reverse ? 1 : 0 };
  return operation("CumSum", [value, axis], { dtype: value.dtype, shape: x.shape }, options);
});

/** Cumulative product, in log2(n) multiplications of the whole tensor. */
const cumulativeProduct = lowering<CumulativeAttributes>(({ x }, attributes) => {
  const axis = axesOf(attributes.axis, x.shape.length)[0];
  const length = x.shape[axis];
  const start = attributes.exclusive ? shifted(x, axis, 1, attributes.reverse) : x;
  let product = start;
  for (let distance = 1; distance < length; distance *= 2) {
    product = ir.multiply(product, shifted(product, axis, distance, attributes.reverse));
  }
  return product;
});

/** Shifts elements along an axis, away from its start (or towards it), and fills the gap with ones. */
function shifted(x: Value, axis: number, distance: number, towardsStart = false): Value {
  const length = x.shape[axis];
  const kept = towardsStart
    ? slice(x, [distance], [length], [axis])
    : slice(x, [0], [length - distance], [axis]);
  const widths = x.shape.map((_, i): [number, number] => {
    if (i !== axis) return [0, 0];
    return towardsStart ? [0, distance] : [distance, 0];
  });
  return pad(kept, widths, 1);
}

/** Softmax over the last axis. */
export function softmax(x: Value, axis = x.shape.length - 1): Value {
  return operation("Softmax", [x], { dtype: x.dtype, shape: x.shape }, { axis });
}

function logSoftmax(x: Value): Value {
  const axis = x.shape.length - 1;
  return operation("LogSoftmax", [x], { dtype: x.dtype, shape: x.shape }, { axis });
}

/** Kernels that reduce or accumulate along axes. */
export const reductionLowerings: Lowerings = {
  All: logical("ReduceMin"),
  Any: logical("ReduceMax"),
  ArgMax: position("ArgMax"),
  ArgMin: position("ArgMin"),
  Cumprod: cumulativeProduct,
  Cumsum: cumulativeSum,
  LogSoftmax: lowering(({ logits }) => logSoftmax(ir.cast(logits, "float32"))),
  Max: over("ReduceMax"),
  Mean: over("ReduceMean", (x) => ir.cast(x, "float32")),
  Min: over("ReduceMin"),
  Prod: over("ReduceProd"),
  Softmax: lowering(({ logits }) => softmax(ir.cast(logits, "float32"))),
  Sum: over("ReduceSum"),
};
