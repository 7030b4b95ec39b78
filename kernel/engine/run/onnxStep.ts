import type * as tf from "@tensorflow/tfjs-core";
import * as ort from "./onnxRuntime.js";
import type { ArrayValue, CompiledStep, Step, StepInput } from "../contract.js";
import type { NamedValue, Target, Value } from "../ir/graph.js";
import { encodeModel, type EncodedModel, type ModelOptions } from "../onnx/encode.js";
import { traceStep, type InputType, type Trace } from "../trace/trace.js";
import { emptyOrtTensor, fromOrtTensor, toArrayValue, toOrtTensor } from "./arrayValue.js";
import { channelBlock } from "./channelBlock.js";
import { openCachedSession } from "./cachedSession.js";
import { endOfRun, runWithoutCopies } from "./endOfRun.js";
import { drawNumbers } from "./randomNumbers.js";
import type { Provider } from "./session.js";
import { StateStore } from "./stateStore.js";

export interface OnnxStepOptions {
  readonly step: Step;
  readonly state: readonly tf.Variable[];
  readonly name: string;
  readonly device: OnnxDevice;
  readonly seed: number;
  readonly profile?: string;
  readonly threads?: number;
}

/** Devices that run through ONNX Runtime. */
export type OnnxDevice = Exclude<CompiledStep["device"], "tensorflow">;

const providers: Readonly<Record<OnnxDevice, Provider>> = {
  cpu: "cpu",
  webgpu: "webgpu",
  cuda: "cuda",
  directml: "dml",
  coreml: "coreml",
};

/** A step, traced and loaded for one set of input shapes. */
interface Loaded {
  readonly trace: Trace;
  readonly session: ort.InferenceSession;
  /** Whether a run writes all outputs into preallocated memory. */
  readonly withoutCopies: boolean;
}

const stores = new Map<Provider, StateStore>();

/** The state values that all steps of a provider share. */
export function storeOf(provider: Provider): StateStore {
  const store = stores.get(provider) ?? new StateStore(provider);
  stores.set(provider, store);
  return store;
}

/** The outputs of a trace's graph: the step's own, then the new values of the state. */
export function modelOf(
  trace: Trace,
  name: string,
  file: Pick<ModelOptions, "standalone" | "metadata" | "endOfRun"> = {},
): EncodedModel {
  const next: NamedValue[] = trace.state.flatMap(({ variable, next }) =>
    next ? [{ name: nextName(variable), value: next }] : [],
  );
  return encodeModel({ name, inputs: trace.graph.inputs, outputs: [...trace.outputs, ...next], ...file });
}

const nextName = (variable: tf.Variable) => `next/${variable.name}`;

/** Traces a step once per set of input shapes and runs it in ONNX Runtime. */
export class OnnxStep implements CompiledStep {
  readonly device: OnnxDevice;
  readonly provider: Provider;
  #loaded = new Map<string, Promise<Loaded>>();
  #store: StateStore;
  #state = new Set<tf.Variable>();
  #runs = 0;
  #channelBlock: number | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(readonly options: OnnxStepOptions) {
    this.device = options.device;
    this.provider = providers[options.device];
    this.#store = storeOf(this.provider);
    for (const variable of options.state) this.#add(variable);
  }

  get channelBlock(): number | undefined {
    return this.#channelBlock;
  }

  /** Runs are serialised, so that each sees the state left by the previous one. */
  run(inputs: Readonly<Record<string, StepInput>>): Promise<Record<string, ArrayValue>> {
    const result = this.#queue.then(() => this.#run(inputs));
    this.#queue = result.catch(() => {});
    return result;
  }

  async sync(): Promise<void> {
    await this.#queue;
    await this.#store.sync([...this.#state]);
  }

  async dispose(): Promise<void> {
    await this.#queue;
    await this.#store.release([...this.#state]);
    this.#state.clear();
    const loaded = await Promise.allSettled(this.#loaded.values());
    this.#loaded.clear();
    for (const each of loaded) if (each.status === "fulfilled") await each.value.session.release();
  }

  #add(variable: tf.Variable): void {
    if (this.#state.has(variable)) return;
    this.#state.add(variable);
    this.#store.acquire(variable);
  }

  async #run(inputs: Readonly<Record<string, StepInput>>): Promise<Record<string, ArrayValue>> {
    const { seed: givenSeed } = inputs;
    const arrays = Object.entries(inputs).map(([name, input]) => [name, toArrayValue(input)] as const);
    const { trace, session, withoutCopies } = await this.#load(Object.fromEntries(arrays));
    await this.#store.prepare(trace.state.map(({ variable }) => variable));
    const feeds: Record<string, ort.Tensor> = {};
    const fetches: Record<string, ort.Tensor | null> = {};
    for (const [name, array] of arrays) feeds[name] = toOrtTensor(array);
    for (const { variable, input, next } of trace.state) {
      feeds[(input.source as { name: string }).name] = this.#store.read(variable);
      if (next) fetches[nextName(variable)] = this.#store.spare(variable);
    }
    const seed = typeof givenSeed === "number" ? givenSeed : this.options.seed;
    for (const draw of trace.draws) {
      const data = drawNumbers(draw, seed, this.#runs);
      feeds[draw.input] = new ort.Tensor("float32", data, [...draw.shape]);
    }
    for (const { name, value } of trace.outputs) fetches[name] = withoutCopies ? memoryFor(value) : null;
    this.#runs++;
    const results = withoutCopies
      ? await runWithoutCopies(session, feeds, fetches as Record<string, ort.Tensor>)
      : await session.run(feeds, fetches);
    for (const { variable, next } of trace.state)
      if (next) this.#store.write(variable, results[nextName(variable)]);
    return Object.fromEntries(
      trace.outputs.map(({ output, name }) => [output, fromOrtTensor(results[name])]),
    );
  }

  async #load(inputs: Record<string, ArrayValue>): Promise<Loaded> {
    const types = Object.fromEntries(
      Object.entries(inputs).map(([name, { dtype, shape }]) => [name, { dtype, shape: [...shape] }]),
    );
    const key = JSON.stringify(types);
    const known = await this.#loaded.get(key);
    if (known && isCurrent(known.trace)) return known;
    if (known) await known.session.release();
    const loading = this.#open(types);
    this.#loaded.set(key, loading);
    loading.catch(() => this.#loaded.delete(key));
    return loading;
  }

  async #open(inputs: Record<string, InputType>): Promise<Loaded> {
    const { step, name, profile, threads } = this.options;
    const { provider } = this;
    const target = await targetOf(provider);
    this.#channelBlock = target.channelBlock;
    const trace = traceStep({ step, inputs, state: [...this.#state], target });
    for (const { variable } of trace.state) this.#add(variable);
    const withoutCopies = provider === "cpu" && trace.state.some(({ next }) => next);
    const outputLocation = this.#store.resident ? locations(trace) : undefined;
    const session = await openCachedSession({
      model: modelOf(trace, name, withoutCopies ? { endOfRun } : {}),
      provider,
      profile,
      threads,
      outputLocation,
    });
    return { trace, session, withoutCopies };
  }
}

/** Only the processor's provider has operators of its own for images with channels in blocks. */
export async function targetOf(provider: Provider): Promise<Target> {
  return provider === "cpu" ? { provider, channelBlock: await channelBlock() } : { provider };
}

/** New state values stay on the device; the step's own outputs are fetched. */
function locations(trace: Trace): Record<string, "cpu" | "gpu-buffer"> {
  const own = trace.outputs.map(({ name }) => [name, "cpu"] as const);
  const next = trace.state
    .filter(({ next }) => next)
    .map(({ variable }) => [nextName(variable), "gpu-buffer"] as const);
  return Object.fromEntries([...own, ...next]);
}

function memoryFor({ dtype, shape }: Value): ort.Tensor {
  return emptyOrtTensor(dtype as ArrayValue["dtype"], shape);
}

/** Whether the variables that became constants still hold the same values. */
function isCurrent(trace: Trace): boolean {
  return [...trace.constants].every(([variable, dataId]) => variable.dataId === dataId);
}
