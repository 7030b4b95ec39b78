import * as tf from "@tensorflow/tfjs-core";
import type { TypedArray, Value, Graph } from "../ir/graph.js";
import { reshape } from "../ir/shapes.js";
import { dataTypeOf, NotSupported, type Inputs } from "../lowering/lowering.js";
import { lowerings } from "../lowering/table.js";
import type { RandomDraws } from "./randomDraws.js";
import { eagerHint, TraceError } from "./traceError.js";
import { messageOf } from "../../contracts/messageOf.js";

type BackendValues = Float32Array | Int32Array | Uint8Array | Uint8Array[];

/** What a trace collects besides the graph. */
export interface TraceContext {
  readonly graph: Graph;
  readonly draws: RandomDraws;
  /** Variables that were read although they are not part of the state: their values became constants. */
  readonly constants: Map<tf.Variable, object>;
}

/**
 * A tfjs backend that computes nothing: each kernel adds operators to a graph. Tensors of other backends
 * that a step captures are read in place and become constants.
 */
export class TracingBackend extends tf.KernelBackend {
  #values = new Map<object, { value: Value; references: number }>();
  #captured = new Map<object, Value>();
  #context: TraceContext | undefined;

  /** @param name the name it is registered under in tfjs */
  constructor(readonly name: string) {
    super();
  }

  begin(context: TraceContext): void {
    this.#context = context;
    this.#values.clear();
    this.#captured.clear();
  }

  end(): void {
    this.#context = undefined;
    this.#values.clear();
    this.#captured.clear();
  }

  get context(): TraceContext {
    if (!this.#context)
      throw new Error("This tensor was made while a step was being compiled, and no longer exists.");
    return this.#context;
  }

  /** A handle for a value, in the form that kernels return to tfjs. */
  tensorInfo(value: Value): tf.TensorInfo {
    const dataId = {};
    this.#values.set(dataId, { value, references: 1 });
    return { dataId, shape: [...value.shape], dtype: value.dtype as tf.DataType };
  }

  /** The value behind a tensor; a tensor of another backend becomes a constant. */
  valueBehind(tensor: tf.TensorInfo): Value {
    const known = this.#values.get(tensor.dataId);
    if (known) return known.value;
    const { graph, constants } = this.context;
    if (tensor instanceof tf.Variable) constants.set(tensor, tensor.dataId);
    const captured = this.#captured.get(tensor.dataId) ?? this.#capture(tensor, graph);
    return reshape(captured, tensor.shape);
  }

  #capture(tensor: tf.TensorInfo, graph: Graph): Value {
    const data = tf.engine().readSync(tensor.dataId) as TypedArray;
    const value = graph.constant(data, tensor.shape, dataTypeOf(tensor.dtype));
    this.#captured.set(tensor.dataId, value);
    return value;
  }

  override write(values: tf.backend_util.BackendValues, shape: number[], dtype: tf.DataType): object {
    const { graph, draws } = this.context;
    const data = (dtype === "bool" ? Uint8Array.from(values as Uint8Array) : values) as TypedArray;
    const drawn = draws.recognise(graph, data, shape, dtype);
    return this.tensorInfo(drawn ?? graph.constant(data, shape, dataTypeOf(dtype))).dataId;
  }

  override readSync(dataId: object): BackendValues {
    const value = this.#values.get(dataId)?.value;
    if (value?.source.kind === "data") return value.source.data as Float32Array;
    if (value?.source.kind === "uniform") return uniformArray(value, value.source.value);
    throw TraceError.here(
      "A step cannot read a tensor's numbers (dataSync, arraySync, data) while it is being compiled: " +
        "they are not known yet. Return the tensor from the step and read the result of run().",
    );
  }

  override read(dataId: object): Promise<BackendValues> {
    return Promise.resolve(this.readSync(dataId));
  }

  override disposeData(dataId: object, force = false): boolean {
    const held = this.#values.get(dataId);
    if (held && --held.references > 0 && !force) return false;
    this.#values.delete(dataId);
    return true;
  }

  override incRef(dataId: object): void {
    const held = this.#values.get(dataId);
    if (held) held.references++;
  }

  override refCount(dataId: object): number {
    return this.#values.get(dataId)?.references ?? 0;
  }

  override numDataIds = () => this.#values.size;
  override memory = () => ({ unreliable: true });
  override floatPrecision = (): 16 | 32 => 32;
  override epsilon = () => 1e-7;
  override timerAvailable = () => false;
  override dispose = () => {};
}

function uniformArray(value: Value, element: number): BackendValues {
  const size = tf.util.sizeFromShape([...value.shape]);
  if (value.dtype === "float32") return new Float32Array(size).fill(element);
  return (value.dtype === "int32" ? new Int32Array(size) : new Uint8Array(size)).fill(element);
}

function runKernel(name: string, call: { inputs: object; attrs?: object; backend: unknown }) {
  const backend = call.backend as TracingBackend;
  try {
    const entries = Object.entries(call.inputs).filter(
      ([, tensor]) => tensor !== null && tensor !== undefined,
    );
    const inputs: Inputs = Object.fromEntries(
      entries.map(([key, tensor]) => [key, backend.valueBehind(tensor as tf.TensorInfo)]),
    );
    const results = lowerings[name](inputs, (call.attrs ?? {}) as tf.NamedAttrMap, backend.context.graph);
    if (!Array.isArray(results)) return backend.tensorInfo(results as Value);
    return results.map((value: Value) => backend.tensorInfo(value));
  } catch (error) {
    if (error instanceof TraceError) throw error;
    const reason = messageOf(error);
    if (error instanceof NotSupported) throw unsupported(name, reason);
    throw TraceError.here(`The operation ${name} failed while the step was being compiled: ${reason}`, name);
  }
}

function unsupported(name: string, reason?: string): TraceError {
  const why = reason ? `: ${reason}` : "";
  return TraceError.here(`The operation ${name} cannot be compiled${why}. ${eagerHint}`, name);
}

/** A second copy of this module on the same tfjs (one via `require`, one via `import`) needs its own backend. */
function freeBackendName(name: string, copy = 1): string {
  const candidate = copy === 1 ? name : `${name}-${copy}`;
  return tf.findBackendFactory(candidate) ? freeBackendName(name, copy + 1) : candidate;
}

let registered: TracingBackend | undefined;

/** The tracing backend, registered with tfjs on first use. */
export function tracingBackend(): TracingBackend {
  if (registered) return registered;
  const backendName = freeBackendName("aen-tracing");
  const backend = new TracingBackend(backendName);
  tf.registerBackend(backendName, () => backend, -1);
  for (const kernelName of kernelNames()) {
    const kernelFunc: tf.KernelFunc = (call) => {
      if (!(kernelName in lowerings)) throw unsupported(kernelName);
      return runKernel(kernelName, call as never);
    };
    tf.registerKernel({ kernelName, backendName, kernelFunc });
  }
  return (registered = backend);
}

/** The names of all kernels that tfjs knows. */
export function kernelNames(): string[] {
  const constants = Object.entries(tf).filter(
    ([name, value]) => typeof value === "string" && /^[A-Z_]/.test(name),
  );
  const named = constants
    .filter(([name, value]) => value === name || value === `_${name}`)
    .map(([, value]) => value);
  return [...new Set([...(named as string[]), ...Object.keys(lowerings)])].sort();
}
