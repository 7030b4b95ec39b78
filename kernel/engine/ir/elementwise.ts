import { broadcastTo, reshape } from "./shapes.js";
import { operation, producer, type DataType, type Value } from "./graph.js";

export type Operand = Value | number;

/** The shape that two shapes broadcast to. Throws if they are incompatible. */
export function broadcastShape(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const x = a[axis - rank + a.length] ?? 1;
    const y = b[axis - rank + b.length] ?? 1;
    if (x !== y && x !== 1 && y !== 1) throw new Error(`Shapes [${a}] and [${b}] do not broadcast.`);
    return x === 1 ? y : x;
  });
}

export const add = (a: Operand, b: Operand) => arithmetic("Add", a, b);
export const subtract = (a: Operand, b: Operand) => arithmetic("Sub", a, b);
export const multiply = (a: Operand, b: Operand) => arithmetic("Mul", a, b);
export const divide = (a: Operand, b: Operand) => arithmetic("Div", a, b);
export const maximum = (a: Operand, b: Operand) => arithmetic("Max", a, b);
export const minimum = (a: Operand, b: Operand) => arithmetic("Min", a, b);
export const power = (a: Operand, b: Operand) => arithmetic("Pow", a, b);
export const remainder = (a: Operand, b: Operand) => binary("Mod", a, b, undefined, { fmod: 1 });
export const equal = (a: Operand, b: Operand) => binary("Equal", a, b, "bool");
export const greater = (a: Operand, b: Operand) => binary("Greater", a, b, "bool");
export const greaterOrEqual = (a: Operand, b: Operand) => binary("GreaterOrEqual", a, b, "bool");
export const less = (a: Operand, b: Operand) => binary("Less", a, b, "bool");
export const lessOrEqual = (a: Operand, b: Operand) => binary("LessOrEqual", a, b, "bool");
export const and = (a: Value, b: Value) => binary("And", a, b, "bool");
export const or = (a: Value, b: Value) => binary("Or", a, b, "bool");
export const xor = (a: Value, b: Value) => binary("Xor", a, b, "bool");

export const not = (x: Value) => unary("Not", x);
export const negate = (x: Value) => unary("Neg", x);
export const exp = (x: Value) => unary("Exp", x);
export const log = (x: Value) => unary("Log", x);
export const sqrt = (x: Value) => unary("Sqrt", x);
export const tanh = (x: Value) => unary("Tanh", x);
export const floor = (x: Value) => unary("Floor", x);
export const absolute = (x: Value) => unary("Abs", x);

/** Applies an operator to each element. On a broadcast value it runs before the broadcast. */
export function unary(
  operator: string,
  x: Value,
  attributes: Record<string, number | { float: number }> = {},
  dtype: DataType = x.dtype,
): Value {
  const small = beforeBroadcast(x);
  if (small !== x) return broadcastTo(unary(operator, small, attributes, dtype), x.shape);
  if (x.source.kind === "uniform" && x.shape.length > 0) {
    return broadcastTo(unary(operator, scalar(x), attributes, dtype), x.shape);
  }
  return operation(operator, [x], { dtype, shape: x.shape }, attributes);
}

export function cast(x: Value, dtype: DataType): Value {
  if (x.dtype === dtype) return x;
  if (x.source.kind === "uniform") return x.graph.uniform(converted(x.source.value, dtype), x.shape, dtype);
  return unary("Cast", x, { to: dataTypeNumber[dtype] }, dtype);
}

/** `condition ? a : b` for each element, broadcast. */
export function where(condition: Value, a: Operand, b: Operand): Value {
  const dtype = typeof a === "number" ? (typeof b === "number" ? "float32" : b.dtype) : a.dtype;
  const [x, y] = [a, b].map((operand) => toValue(operand, condition, dtype));
  const shape = broadcastShape(broadcastShape(condition.shape, x.shape), y.shape);
  const operands = [condition, x, y].map((value) =>
    value.source.kind === "uniform" ? scalar(value) : value,
  );
  const reached = operands.map((value) => value.shape).reduce(broadcastShape);
  return broadcastTo(operation("Where", operands, { dtype, shape: reached }), shape);
}

/** ONNX's numbers for element types (TensorProto.DataType). */
export const dataTypeNumber: Readonly<Record<DataType, number>> = {
  float32: 1,
  uint8: 2,
  int32: 6,
  int64: 7,
  bool: 9,
  float64: 11,
  uint32: 12,
};

function arithmetic(operator: string, a: Operand, b: Operand): Value {
  return binary(operator, a, b);
}

function binary(
  operator: string,
  a: Operand,
  b: Operand,
  dtype?: DataType,
  attributes: Record<string, number> = {},
): Value {
  const [x, y] = operands(a, b);
  const shape = broadcastShape(x.shape, y.shape);
  const simpler = simplified(operator, x, y);
  if (simpler) return broadcastTo(simpler, shape);
  const [left, right] = withoutNeedlessBroadcast(x, y);
  const reached = broadcastShape(left.shape, right.shape);
  const result = operation(operator, [left, right], { dtype: dtype ?? x.dtype, shape: reached }, attributes);
  return broadcastTo(result, shape);
}

function operands(a: Operand, b: Operand): [Value, Value] {
  if (typeof a !== "number") return [a, toValue(b, a, a.dtype)];
  if (typeof b === "number") throw new Error("An operator on two numbers belongs to no graph.");
  return [toValue(a, b, b.dtype), b];
}

function toValue(operand: Operand, beside: Value, dtype: DataType): Value {
  return typeof operand === "number" ? beside.graph.uniform(operand, [], dtype) : operand;
}

function scalar(x: Value): Value {
  return x.source.kind === "uniform" ? x.graph.uniform(x.source.value, [], x.dtype) : x;
}

/** Operands before broadcasting: the operator broadcasts them itself; axes that both lack are added after it. */
function withoutNeedlessBroadcast(x: Value, y: Value): [Value, Value] {
  return [beforeBroadcast(scalar(x)), beforeBroadcast(scalar(y))];
}

function beforeBroadcast(x: Value): Value {
  return (producer(x, "Expand")?.inputs[0] as Value | undefined) ?? x;
}

const folded: Readonly<Record<string, (a: number, b: number) => number>> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mul: (a, b) => a * b,
  Div: (a, b) => a / b,
  Max: Math.max,
  Min: Math.min,
  Pow: Math.pow,
};

function simplified(operator: string, x: Value, y: Value): Value | undefined {
  const a = x.source.kind === "uniform" ? x.source.value : undefined;
  const b = y.source.kind === "uniform" ? y.source.value : undefined;
  if (a !== undefined && b !== undefined && operator in folded && x.dtype === "float32") {
    return x.graph.uniform(folded[operator](a, b), [], x.dtype);
  }
  if (b === 0 && (operator === "Add" || operator === "Sub")) return x;
  if (b === 1 && (operator === "Mul" || operator === "Div" || operator === "Pow")) return x;
  if (a === 0 && operator === "Add") return y;
  if (a === 1 && operator === "Mul") return y;
  if (operator === "Mul" && x === y && a === undefined) return undefined;
  return undefined;
}

function converted(value: number, dtype: DataType): number {
  if (dtype === "bool") return value !== 0 ? 1 : 0;
  return dtype === "float32" || dtype === "float64" ? value : Math.trunc(value);
}

/** A value broadcast against another that the operator no longer takes as an operand. */
export function broadcastOf(x: Value, other: Value): Value {
  return broadcastTo(x, broadcastShape(x.shape, other.shape));
}

/** Appends axes of length one, so that a vector selects whole rows. */
export function leadingAxes(x: Value, rank: number): Value {
  return reshape(x, [...x.shape, ...Array<number>(Math.max(0, rank - x.shape.length)).fill(1)]);
}
