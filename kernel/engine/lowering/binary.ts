import * as ir from "../ir/elementwise.js";
import type { Value } from "../ir/graph.js";
import { lowering, type Lowering, type Lowerings } from "./lowering.js";

const of = (lower: (a: Value, b: Value) => Value): Lowering => lowering(({ a, b }) => lower(a, b));

/** ONNX Runtime cannot compare booleans, so they are compared as numbers. */
const comparison = (compare: (a: Value, b: Value) => Value): Lowering =>
  of((a, b) => compare(numeric(a), numeric(b)));

function numeric(x: Value): Value {
  return x.dtype === "bool" ? ir.cast(x, "int32") : x;
}

/** Arithmetic on booleans is done in int32, as in tfjs. */
const arithmetic = (compute: (a: Value, b: Value) => Value): Lowering =>
  of((a, b) => compute(numeric(a), numeric(b)));

/** tfjs returns integers for any operand type. */
function floorDivide(a: Value, b: Value): Value {
  const quotient = ir.divide(ir.cast(a, "float32"), ir.cast(b, "float32"));
  return ir.cast(ir.floor(quotient), "int32");
}

/** The remainder with the divisor's sign, as tfjs computes it. */
function modulo(a: Value, b: Value): Value {
  const rest = ir.remainder(a, b);
  const sameSign = ir.equal(ir.less(a, 0), ir.less(b, 0));
  return ir.where(sameSign, rest, ir.remainder(ir.add(rest, b), b));
}

function arcTangent2(y: Value, x: Value): Value {
  const quarter = Math.PI / 2;
  const angle = ir.unary("Atan", ir.divide(y, x));
  const shift = ir.where(ir.less(y, 0), -Math.PI, Math.PI);
  const general = ir.where(ir.less(x, 0), ir.add(angle, shift), angle);
  const vertical = ir.where(ir.greater(y, 0), quarter, ir.where(ir.less(y, 0), -quarter, 0));
  return ir.where(ir.equal(x, 0), vertical, general);
}

function squaredDifference(a: Value, b: Value): Value {
  const difference = ir.subtract(a, b);
  return ir.multiply(difference, difference);
}

function pow(a: Value, b: Value): Value {
  if (b.source.kind === "uniform" && b.source.value === 2) return ir.broadcastOf(ir.multiply(a, a), b);
  return ir.power(a, b);
}

function prelu(x: Value, alpha: Value): Value {
  return ir.where(ir.less(x, 0), ir.multiply(alpha, x), x);
}

/** Kernels of two broadcasting tensors. */
export const binaryLowerings: Lowerings = {
  Add: arithmetic(ir.add),
  Atan2: of(arcTangent2),
  Equal: comparison(ir.equal),
  FloorDiv: arithmetic(floorDivide),
  Greater: comparison(ir.greater),
  GreaterEqual: comparison(ir.greaterOrEqual),
  Less: comparison(ir.less),
  LessEqual: comparison(ir.lessOrEqual),
  LogicalAnd: of((a, b) => ir.and(ir.cast(a, "bool"), ir.cast(b, "bool"))),
  LogicalOr: of((a, b) => ir.or(ir.cast(a, "bool"), ir.cast(b, "bool"))),
  LogicalXor: of((a, b) => ir.xor(ir.cast(a, "bool"), ir.cast(b, "bool"))),
  Maximum: arithmetic(ir.maximum),
  Minimum: arithmetic(ir.minimum),
  Mod: arithmetic(modulo),
  Multiply: arithmetic(ir.multiply),
  NotEqual: comparison((a, b) => ir.not(ir.equal(a, b))),
  Pow: arithmetic(pow),
  Prelu: lowering(({ x, alpha }) => prelu(x, alpha)),
  RealDiv: of((a, b) => ir.divide(ir.cast(a, "float32"), ir.cast(b, "float32"))),
  SquaredDifference: arithmetic(squaredDifference),
  Sub: arithmetic(ir.subtract),
  EluGrad: lowering(({ dy, y }) => ir.multiply(dy, ir.where(ir.greaterOrEqual(y, 0), 1, ir.add(y, 1)))),
  Select: lowering(({ condition, t, e }) =>
    ir.where(ir.leadingAxes(ir.cast(condition, "bool"), t.shape.length), t, e),
  ),
};
