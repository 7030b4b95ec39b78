import * as ir from "../ir/elementwise.js";
import type { Value } from "../ir/graph.js";
import { dataTypeOf, lowering, type Lowering, type Lowerings } from "./lowering.js";

const largestFloat = 3.4028234663852886e38;
const f = { alpha: (value: number) => ({ alpha: { float: value } }) };
const steepest = { alpha: { float: largestFloat }, beta: { float: 0 } };
const seluAlpha = 1.7580993408473768;
const seluScale = 1.0507009873554805;

/** A kernel of one tensor `x` that maps to a single operator. */
const same = (operator: string): Lowering => lowering(({ x }) => ir.unary(operator, x));

/** A kernel of one tensor `x`. */
const of = (lower: (x: Value) => Value): Lowering => lowering(({ x }) => lower(x));

const asFloat = (lower: (x: Value) => Value): Lowering => of((x) => lower(ir.cast(x, "float32")));

/** exp(x) - 1 without cancellation for small x (Kahan). */
function expm1(x: Value): Value {
  const e = ir.exp(x);
  const nearZero = ir.multiply(ir.divide(ir.subtract(e, 1), ir.log(e)), x);
  const far = ir.greater(ir.absolute(x), 0.5);
  return ir.where(far, ir.subtract(e, 1), ir.where(ir.equal(e, 1), x, nearZero));
}

/** log(1 + x) without cancellation for small x (Kahan). */
function log1p(x: Value): Value {
  const u = ir.add(x, 1);
  const nearZero = ir.divide(ir.multiply(ir.log(u), x), ir.subtract(u, 1));
  const far = ir.greater(ir.absolute(x), 0.5);
  return ir.where(far, ir.log(u), ir.where(ir.equal(u, 1), x, nearZero));
}

/**
 * 1 above zero, `alpha` below; not-a-number stays what it is. On the processor and on WebGPU a steep hard sigmoid is the
 * same step in one pass instead of four, but for positive numbers below 2.9e-39 (denormal), where it lies between 0 and 1.
 */
function step(x: Value, alpha: number): Value {
  if (alpha === 0 && ["cpu", "webgpu"].includes(x.graph.target.provider))
    return ir.unary("HardSigmoid", x, steepest);
  const positive = ir.where(ir.greater(x, 0), 1, ir.where(ir.lessOrEqual(x, 0), alpha, x));
  return x.dtype === "float32" ? positive : ir.cast(positive, x.dtype);
}

function isInfinite(x: Value): Value {
  return ir.equal(ir.absolute(x), Infinity);
}

const isNotNumber = (x: Value) => ir.not(ir.equal(x, x));

/** Elementwise kernels of one tensor. */
export const unaryLowerings: Lowerings = {
  Abs: same("Abs"),
  Acos: asFloat((x) => ir.unary("Acos", x)),
  Acosh: asFloat((x) => ir.unary("Acosh", x)),
  Asin: asFloat((x) => ir.unary("Asin", x)),
  Asinh: asFloat((x) => ir.unary("Asinh", x)),
  Atan: asFloat((x) => ir.unary("Atan", x)),
  Atanh: asFloat((x) => ir.unary("Atanh", x)),
  Cast: lowering<{ dtype: string }>(({ x }, { dtype }) => ir.cast(x, dataTypeOf(dtype))),
  Ceil: of((x) => (x.dtype === "float32" ? ir.unary("Ceil", x) : x)),
  ClipByValue: lowering<{ clipValueMin: number; clipValueMax: number }>(({ x }, attributes) =>
    ir.minimum(ir.maximum(x, attributes.clipValueMin), attributes.clipValueMax),
  ),
  Cos: asFloat((x) => ir.unary("Cos", x)),
  Cosh: asFloat((x) => ir.unary("Cosh", x)),
  Elu: asFloat((x) => ir.unary("Elu", x, f.alpha(1))),
  Erf: asFloat((x) => ir.unary("Erf", x)),
  Exp: asFloat(ir.exp),
  Expm1: asFloat(expm1),
  Floor: of((x) => (x.dtype === "float32" ? ir.floor(x) : x)),
  Identity: of((x) => x),
  IsFinite: asFloat((x) => ir.less(ir.absolute(x), Infinity)),
  IsInf: asFloat(isInfinite),
  IsNan: asFloat(isNotNumber),
  LeakyRelu: lowering<{ alpha: number }>(({ x }, { alpha }) =>
    ir.unary("LeakyRelu", ir.cast(x, "float32"), f.alpha(alpha)),
  ),
  Log: asFloat(ir.log),
  Log1p: asFloat(log1p),
  LogicalNot: of((x) => ir.not(ir.cast(x, "bool"))),
  Neg: of(ir.negate),
  OnesLike: of((x) => x.graph.uniform(1, x.shape, x.dtype)),
  Reciprocal: of((x) => ir.unary("Reciprocal", x)),
  Relu: of((x) => (x.dtype === "float32" ? ir.unary("Relu", x) : ir.maximum(x, 0))),
  Relu6: of((x) => ir.minimum(ir.maximum(x, 0), 6)),
  Round: of((x) => (x.dtype === "float32" ? ir.unary("Round", x) : x)),
  Rsqrt: asFloat((x) => ir.unary("Reciprocal", ir.sqrt(x))),
  Selu: asFloat((x) =>
    ir.unary("Selu", x, { alpha: { float: seluAlpha / seluScale }, gamma: { float: seluScale } }),
  ),
  Sigmoid: asFloat((x) => ir.unary("Sigmoid", x)),
  Sign: same("Sign"),
  Sin: asFloat((x) => ir.unary("Sin", x)),
  Sinh: asFloat((x) => ir.unary("Sinh", x)),
  Softplus: asFloat((x) => ir.unary("Softplus", x)),
  Sqrt: asFloat(ir.sqrt),
  Square: of((x) => ir.multiply(x, x)),
  Step: lowering<{ alpha: number }>(({ x }, { alpha = 0 }) => step(ir.cast(x, "float32"), alpha)),
  Tan: asFloat((x) => ir.unary("Tan", x)),
  Tanh: asFloat(ir.tanh),
  ZerosLike: of((x) => x.graph.uniform(0, x.shape, x.dtype)),
};
