/** Element types of values in a graph, under their ONNX Runtime names. */
export type DataType = "float32" | "float64" | "int32" | "int64" | "uint8" | "uint32" | "bool";

export type TypedArray = Float32Array | Float64Array | Int32Array | BigInt64Array | Uint8Array | Uint32Array;

export type Attribute = number | string | readonly number[] | { readonly float: number };

/** Where a value comes from. A uniform value is a tensor with all elements equal; it is never stored. */
export type Source =
  | { readonly kind: "input"; readonly name: string }
  | { readonly kind: "data"; readonly data: TypedArray }
  | { readonly kind: "uniform"; readonly value: number }
  | { readonly kind: "node"; readonly node: Node };

/** One tensor of the graph. Shapes are static. */
export interface Value {
  readonly graph: Graph;
  readonly id: number;
  readonly dtype: DataType;
  readonly shape: readonly number[];
  readonly source: Source;
}

/** A value and its name outside the graph, e.g. the name of an output. */
export interface NamedValue {
  readonly name: string;
  readonly value: Value;
}

/** One ONNX operator with its operands; `null` marks an omitted optional operand. */
export interface Node {
  readonly operator: string;
  readonly domain: string;
  readonly inputs: readonly (Value | null)[];
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly outputs: readonly Value[];
}

export interface OutputType {
  readonly dtype: DataType;
  readonly shape: readonly number[];
}

/** What a lowering needs to know about the execution provider that will run the graph. */
export interface Target {
  readonly provider: "cpu" | "webgpu" | "cuda" | "dml" | "coreml";
  /** Channels of a block in ONNX Runtime's own layout of images; where absent, graphs keep to operators that any ONNX Runtime has. */
  readonly channelBlock?: number;
}

const largestHashedConstant = 4096;

/**
 * A graph of ONNX operators under construction. Equal operators on equal operands give the same value (common
 * subexpressions are shared), and operators that no output needs are never encoded.
 */
export class Graph {
  readonly inputs: Value[] = [];
  #known = new Map<string, readonly Value[]>();
  #arrays = new WeakMap<object, number>();
  #nextId = 0;

  constructor(readonly target: Target = { provider: "cpu" }) {}

  input(name: string, dtype: DataType, shape: readonly number[]): Value {
    const value = this.#value({ dtype, shape }, { kind: "input", name });
    this.inputs.push(value);
    return value;
  }

  /** A constant tensor; the array is kept, not copied. */
  constant(data: TypedArray, shape: readonly number[], dtype: DataType): Value {
    const uniform = uniformElement(data);
    if (uniform !== undefined) return this.uniform(uniform, shape, dtype);
    const key = `data ${dtype} ${shape} ${data.length <= largestHashedConstant ? data.join() : this.#identity(data)}`;
    return this.#shared(key, () => [this.#value({ dtype, shape }, { kind: "data", data })])[0];
  }

  uniform(value: number, shape: readonly number[] = [], dtype: DataType = "float32"): Value {
    const rounded = dtype === "float32" ? Math.fround(value) : value;
    const key = `uniform ${dtype} ${shape} ${Object.is(rounded, -0) ? "-0" : rounded}`;
    return this.#shared(key, () => [this.#value({ dtype, shape }, { kind: "uniform", value: rounded })])[0];
  }

  int64(values: readonly number[]): Value {
    return this.constant(BigInt64Array.from(values, BigInt), [values.length], "int64");
  }

  /** Adds an operator, or returns an existing equal one. */
  add(
    operator: string,
    inputs: readonly (Value | null)[],
    outputs: readonly OutputType[],
    attributes: Readonly<Record<string, Attribute>> = {},
    domain = "",
  ): readonly Value[] {
    const operands = inputs.map((input) => (input ? input.id : "-"));
    const key = `${domain}:${operator}(${operands}) ${JSON.stringify(attributes)} ${outputs.length}`;
    return this.#shared(key, () => {
      const values: Value[] = [];
      const node: Node = { operator, domain, inputs, attributes, outputs: values };
      for (const type of outputs) values.push(this.#value(type, { kind: "node", node }));
      return values;
    });
  }

  #value(type: OutputType, source: Source): Value {
    return { graph: this, id: this.#nextId++, dtype: type.dtype, shape: [...type.shape], source };
  }

  #shared(key: string, make: () => readonly Value[]): readonly Value[] {
    const known = this.#known.get(key);
    if (known) return known;
    const made = make();
    this.#known.set(key, made);
    return made;
  }

  #identity(data: object): number {
    const known = this.#arrays.get(data) ?? this.#nextId++;
    this.#arrays.set(data, known);
    return known;
  }
}

/** Adds an operator with one output to the graph of its first operand. */
export function operation(
  operator: string,
  inputs: readonly (Value | null)[],
  type: OutputType,
  attributes: Readonly<Record<string, Attribute>> = {},
  domain = "",
): Value {
  const graph = inputs.find((input) => input !== null)!.graph;
  return graph.add(operator, inputs, [type], attributes, domain)[0];
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}

/** The operator that made a value, if it is of the given kind. */
export function producer(value: Value, operator: string): Node | undefined {
  const { source } = value;
  return source.kind === "node" && source.node.operator === operator ? source.node : undefined;
}

/** The operators that the outputs need, in topological order. */
export function neededNodes(outputs: readonly Value[]): Node[] {
  const order: Node[] = [];
  const seen = new Set<Node>();
  const stack = outputs.map((value) => ({ value, entered: false })).reverse();
  while (stack.length > 0) {
    const top = stack.pop()!;
    if (top.value.source.kind !== "node") continue;
    const { node } = top.value.source;
    if (top.entered) order.push(node);
    if (top.entered || seen.has(node)) continue;
    seen.add(node);
    stack.push({ value: top.value, entered: true });
    const operands = node.inputs.filter((input): input is Value => input !== null);
    stack.push(...operands.reverse().map((value) => ({ value, entered: false })));
  }
  return order;
}

function uniformElement(data: TypedArray): number | undefined {
  if (data.length === 0) return 0;
  const first = data[0];
  for (let i = 1; i < data.length; i++) if (!Object.is(data[i], first)) return undefined;
  return Number(first);
}
