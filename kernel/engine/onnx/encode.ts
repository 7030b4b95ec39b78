import onnxProto from "onnx-proto";
import { dataTypeNumber } from "../ir/elementwise.js";
import {
  neededNodes,
  sizeOf,
  type Attribute,
  type NamedValue,
  type Node,
  type TypedArray,
  type Value,
} from "../ir/graph.js";

const { onnx } = onnxProto;

/** Constants kept outside the protobuf, so that their bytes are not copied. */
export interface ExternalData {
  readonly path: string;
  readonly data: Uint8Array;
}

export interface EncodedModel {
  readonly bytes: Uint8Array;
  readonly external: readonly ExternalData[];
  readonly nodeCount: number;
}

export interface ModelOptions {
  readonly name: string;
  readonly inputs: readonly Value[];
  readonly outputs: readonly NamedValue[];
  /** Stores every constant in the protobuf, for a self-contained file. */
  readonly standalone?: boolean;
  /** The name of an extra first output: a dummy sequence. */
  readonly endOfRun?: string;
  /** Metadata strings stored in the model, by name (ModelProto.metadata_props). */
  readonly metadata?: Readonly<Record<string, string>>;
}

const float = dataTypeNumber.float32;
const opset = 20;
const irVersion = 9;
const smallestExternal = 1024;
const largestInlineUniform = 64;

/** Writes the part of a graph that the outputs need as an ONNX ModelProto (opset 20). */
export function encodeModel(options: ModelOptions): EncodedModel {
  const writer = new ModelWriter(options);
  return writer.encode();
}

class ModelWriter {
  #names = new Map<Value, string>();
  #nodes: object[] = [];
  #initializers: object[] = [];
  #external: ExternalData[] = [];

  constructor(readonly options: ModelOptions) {}

  encode(): EncodedModel {
    const { name, inputs, outputs, metadata = {} } = this.options;
    const nodes = neededNodes(outputs.map(({ value }) => value));
    const aliases = this.#nameOutputs();
    for (const node of nodes) this.#node(node);
    for (const { name, value } of aliases) {
      this.#nodes.push({ opType: "Identity", input: [this.#name(value)], output: [name] });
    }
    const graph = {
      name,
      node: this.#nodes,
      initializer: this.#initializers,
      input: inputs.map((value) => valueInfo(this.#name(value), value)),
      output: [...this.#endOfRun(), ...outputs.map(({ name, value }) => valueInfo(name, value))],
    };
    const others = new Set(["com.microsoft", ...nodes.map(({ domain }) => domain).filter(Boolean)]);
    const opsetImport = [
      { domain: "", version: opset },
      ...[...others].map((domain) => ({ domain, version: 1 })),
    ];
    const metadataProps = Object.entries(metadata).map(([key, value]) => ({ key, value }));
    const model = { irVersion, producerName: "aen-notebook", opsetImport, graph, metadataProps };
    const bytes = onnx.ModelProto.encode(model as never).finish();
    return { bytes, external: this.#external, nodeCount: this.#nodes.length };
  }

  /** Names the values of outputs; an output that is an input, a constant or already named is copied. */
  #nameOutputs(): NamedValue[] {
    return this.options.outputs.filter(({ name, value }) => {
      if (value.source.kind !== "node" || this.#names.has(value)) return true;
      this.#names.set(value, name);
      return false;
    });
  }

  #endOfRun(): object[] {
    const { endOfRun } = this.options;
    if (endOfRun === undefined) return [];
    const single = `${endOfRun}/element`;
    this.#initializers.push({ name: single, dims: [], dataType: float, rawData: new Uint8Array(4) });
    this.#nodes.push({ opType: "SequenceConstruct", input: [single], output: [endOfRun] });
    const elemType = { tensorType: { elemType: float, shape: { dim: [] } } };
    return [{ name: endOfRun, type: { sequenceType: { elemType } } }];
  }

  #node(node: Node): void {
    this.#nodes.push({
      opType: node.operator,
      domain: node.domain,
      input: node.inputs.map((value) => (value ? this.#name(value) : "")),
      output: node.outputs.map((value) => this.#name(value)),
      attribute: Object.entries(node.attributes).map(([name, value]) => attribute(name, value)),
    });
  }

  #name(value: Value): string {
    const known = this.#names.get(value);
    if (known) return known;
    const { source } = value;
    const name = source.kind === "input" ? source.name : `v${value.id}`;
    this.#names.set(value, name);
    if (source.kind === "data") this.#tensor(name, value, source.data);
    if (source.kind === "uniform") this.#uniform(name, value, source.value);
    return name;
  }

  #tensor(name: string, value: Value, data: TypedArray): void {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const proto = tensorProto(name, value);
    if (this.options.standalone || bytes.length < smallestExternal) {
      this.#initializers.push({ ...proto, rawData: bytes });
      return;
    }
    this.#external.push({ path: name, data: bytes });
    this.#initializers.push({ ...proto, dataLocation: 1, externalData: [{ key: "location", value: name }] });
  }

  /** A large uniform tensor is generated at run time instead of being stored. */
  #uniform(name: string, value: Value, element: number): void {
    const size = sizeOf(value.shape);
    if (size <= largestInlineUniform) {
      this.#initializers.push({ ...tensorProto(name, value), rawData: bytesOf(value, element, size) });
      return;
    }
    const shape = value.graph.int64(value.shape);
    const single = { dims: [1], dataType: dataTypeNumber[value.dtype], rawData: bytesOf(value, element, 1) };
    this.#nodes.push({
      opType: "ConstantOfShape",
      input: [this.#name(shape)],
      output: [name],
      attribute: [{ name: "value", type: 4, t: single }],
    });
  }
}

function tensorProto(name: string, value: Value) {
  return { name, dims: [...value.shape], dataType: dataTypeNumber[value.dtype] };
}

function bytesOf(value: Value, element: number, size: number): Uint8Array {
  const arrays = {
    float32: () => new Float32Array(size).fill(element),
    float64: () => new Float64Array(size).fill(element),
    int32: () => new Int32Array(size).fill(element),
    uint32: () => new Uint32Array(size).fill(element),
    int64: () => new BigInt64Array(size).fill(BigInt(element)),
    uint8: () => new Uint8Array(size).fill(element),
    bool: () => new Uint8Array(size).fill(element),
  };
  return new Uint8Array(arrays[value.dtype]().buffer);
}

function valueInfo(name: string, value: Value) {
  const dim = value.shape.map((dimValue) => ({ dimValue }));
  return { name, type: { tensorType: { elemType: dataTypeNumber[value.dtype], shape: { dim } } } };
}

/** AttributeProto's type numbers: FLOAT 1, INT 2, STRING 3, INTS 7. */
function attribute(name: string, value: Attribute): object {
  if (typeof value === "number") return { name, type: 2, i: value };
  if (typeof value === "string") return { name, type: 3, s: new TextEncoder().encode(value) };
  if ("float" in value) return { name, type: 1, f: value.float };
  return { name, type: 7, ints: [...value] };
}
