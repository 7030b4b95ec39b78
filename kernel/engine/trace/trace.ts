import * as tf from "@tensorflow/tfjs-core";
import {
  Graph,
  type DataType,
  type NamedValue,
  type Target,
  type TypedArray,
  type Value,
} from "../ir/graph.js";
import { cast } from "../ir/elementwise.js";
import { livingVariables } from "../weakVariables.js";
import { RandomDraws, type Draw } from "./randomDraws.js";
import { TraceError } from "./traceError.js";
import { tracingBackend, type TraceContext, type TracingBackend } from "./tracingBackend.js";

export interface InputType {
  /** tfjs has no uint8: the step sees it as int32. */
  readonly dtype: "float32" | "int32" | "bool" | "uint8";
  readonly shape: readonly number[];
}

export type TracedFunction = (inputs: Record<string, tf.Tensor>) => Record<string, tf.Tensor>;

/** A state variable: the value that the graph reads and, if the step assigns it, its new value. */
export interface StateValue {
  readonly variable: tf.Variable;
  readonly input: Value;
  readonly next: Value | undefined;
}

/** An output of the step: `name` is its name in the graph. */
export interface TracedOutput extends NamedValue {
  /** Its name in the step. */
  readonly output: string;
}

export interface Trace {
  readonly graph: Graph;
  readonly inputs: readonly Value[];
  readonly outputs: readonly TracedOutput[];
  readonly state: readonly StateValue[];
  readonly draws: readonly Draw[];
  /** Variables outside the state whose values became constants, with the tensors they held. */
  readonly constants: ReadonlyMap<tf.Variable, object>;
}

export interface TraceRequest {
  readonly step: TracedFunction;
  readonly inputs: Readonly<Record<string, InputType>>;
  readonly state: readonly tf.Variable[];
  readonly target: Target;
}

interface EngineInternals {
  backendName: string;
  makeVariable(initialValue: tf.Tensor, ...rest: unknown[]): tf.Variable;
  makeTensorFromTensorInfo(info: tf.TensorInfo, backend: tf.KernelBackend): tf.Tensor;
  removeDataId(dataId: object, backend: tf.KernelBackend): void;
  setBackend(name: string): Promise<boolean>;
  readonly backend: tf.KernelBackend;
  readonly state: {
    readonly tensorInfo: WeakMap<object, { readonly backend: tf.KernelBackend }>;
  };
}

/** tfjs's engine, including members that its types hide. */
const engine = () => tf.engine() as unknown as EngineInternals;

/**
 * Runs a step once on the tracing backend. Variables keep their values. Variables that the step assigns but that are
 * not listed (the slots of a tfjs optimizer, which the step may also create) are added to the state, and the step is
 * traced again.
 * Throws {@link TraceError} if the step cannot be compiled.
 */
export function traceStep(request: TraceRequest): Trace {
  const { trace, joining } = traceOnce(request);
  if (joining.length === 0) return trace;
  return traceStep({ ...request, state: [...request.state, ...joining] });
}

function traceOnce(request: TraceRequest): { trace: Trace; joining: tf.Variable[] } {
  void engine().backend;
  const eager = engine().backendName;
  const backend = tracingBackend();
  const context = { graph: new Graph(request.target), draws: new RandomDraws(), constants: new Map() };
  const session = new TraceSession(backend, context, request);
  const random = Math.random;
  backend.begin(context);
  void engine().setBackend(backend.name);
  Math.random = context.draws.random;
  try {
    const trace = session.run();
    context.draws.check();
    const joining = [...session.assignedOthers(), ...session.settle(eager)];
    return { trace, joining };
  } finally {
    Math.random = random;
    session.restore();
    void engine().setBackend(eager);
    backend.end();
  }
}

class TraceSession {
  #held: { variable: tf.Variable; dataId: object; placeholder: object }[] = [];
  #others: { variable: tf.Variable; dataId: object }[] = [];
  #created: { variable: tf.Variable; initial: Value }[] = [];

  constructor(
    readonly backend: TracingBackend,
    readonly context: TraceContext,
    readonly request: TraceRequest,
  ) {}

  run(): Trace {
    const { graph, draws, constants } = this.context;
    const { state, step } = this.request;
    const known = new Set(state);
    const others = livingVariables().filter((each) => !known.has(each));
    this.#others = others.map((variable) => ({ variable, dataId: variable.dataId }));
    for (const { dataId } of this.#others) backendOf(dataId)?.incRef(dataId);
    const inputs = Object.entries(this.request.inputs).map(([name, type]) =>
      graph.input(name, type.dtype, type.shape),
    );
    const stateInputs = state.map((variable) => this.#replace(variable));
    const outputs = this.#watchingVariables(() => this.#outputs(step, inputs));
    return {
      graph,
      inputs,
      outputs,
      state: state.map((variable, i) => ({
        variable,
        input: stateInputs[i],
        next: this.#next(variable, stateInputs[i]),
      })),
      draws: draws.draws,
      constants,
    };
  }

  /** Gives variables that the step created their initial values, outside the trace. */
  settle(eager: string): tf.Variable[] {
    void engine().setBackend(eager);
    return this.#created.map(({ variable, initial }) => {
      const first = tf.tensor(
        initialData(initial, variable) as Float32Array,
        [...initial.shape],
        variable.dtype,
      );
      variable.assign(first);
      first.dispose();
      return variable;
    });
  }

  restore(): void {
    for (const { variable, dataId, placeholder } of this.#held) {
      if (variable.dataId !== placeholder) engine().removeDataId(variable.dataId, this.backend);
      engine().removeDataId(placeholder, this.backend);
      setDataId(variable, dataId);
    }
    for (const { variable, dataId } of this.#others) {
      if (variable.dataId === dataId) backendOf(dataId)?.disposeData(dataId);
      else engine().removeDataId(variable.dataId, this.backend);
      setDataId(variable, dataId);
    }
  }

  #replace(variable: tf.Variable): Value {
    const { graph } = this.context;
    const value = graph.input(`state/${variable.name}`, variable.dtype as DataType, variable.shape);
    const info = this.backend.tensorInfo(value);
    const placeholder = engine().makeTensorFromTensorInfo(info, this.backend);
    this.backend.incRef(info.dataId);
    this.backend.incRef(info.dataId);
    placeholder.dispose();
    this.#held.push({ variable, dataId: variable.dataId, placeholder: info.dataId });
    setDataId(variable, info.dataId);
    return value;
  }

  #outputs(step: TracedFunction, inputs: readonly Value[]): TracedOutput[] {
    const names = Object.keys(this.request.inputs);
    const outputs: TracedOutput[] = [];
    tf.tidy(() => {
      const tensors = inputs.map((value) => {
        const known = value.dtype === "uint8" ? cast(value, "int32") : value;
        return engine().makeTensorFromTensorInfo(this.backend.tensorInfo(known), this.backend);
      });
      const result = step(Object.fromEntries(tensors.map((tensor, i) => [names[i], tensor])));
      if (result instanceof Promise) throw new TraceError("A compiled step must not be async", "", undefined);
      const graphNames = outputNames(names, Object.keys(result));
      for (const [output, tensor] of Object.entries(result)) {
        outputs.push({ output, name: graphNames.get(output)!, value: this.backend.valueBehind(tensor) });
      }
      // A step may keep its outputs alive beyond the enclosing tidy.
      for (const tensor of Object.values(result)) if (!(tensor instanceof tf.Variable)) tensor.dispose();
    });
    return outputs;
  }

  #watchingVariables<T>(run: () => T): T {
    const { makeVariable } = engine();
    engine().makeVariable = (initialValue, ...rest) => {
      const variable = makeVariable.call(tf.engine(), initialValue, ...rest);
      this.#created.push({ variable, initial: this.backend.valueBehind(initialValue) });
      return variable;
    };
    try {
      return run();
    } finally {
      delete (engine() as Partial<EngineInternals>).makeVariable;
    }
  }

  /** Variables outside the state that the step assigned. */
  assignedOthers(): tf.Variable[] {
    const assigned = this.#others.filter(({ variable, dataId }) => variable.dataId !== dataId);
    return assigned.map(({ variable }) => variable);
  }

  #next(variable: tf.Variable, input: Value): Value | undefined {
    const value = this.backend.valueBehind(variable);
    return value === input ? undefined : value;
  }
}

/** The backend that holds a tensor's numbers; a reference keeps them while a step may assign its variable. */
function backendOf(dataId: object): tf.KernelBackend | undefined {
  return engine().state.tensorInfo.get(dataId)?.backend;
}

function setDataId(variable: tf.Variable, dataId: object): void {
  (variable as { dataId: object }).dataId = dataId;
}

function initialData(initial: Value, variable: tf.Variable): TypedArray {
  const { source } = initial;
  if (source.kind === "data") return source.data;
  if (source.kind === "uniform") {
    const size = tf.util.sizeFromShape([...initial.shape]);
    return (tf.util.getTypedArrayFromDType(variable.dtype as "float32", size) as Float32Array).fill(
      source.value,
    );
  }
  const message = `The variable "${variable.name}" is created inside the step from computed numbers. Create it before the step.`;
  throw new TraceError(message, "", undefined);
}

/** The graph names of a step's outputs; inputs and outputs share one namespace. */
function outputNames(inputs: readonly string[], outputs: readonly string[]): Map<string, string> {
  const taken = new Set([...inputs, ...outputs]);
  const free = (name: string): string => (taken.has(name) ? free(`${name}/out`) : name);
  const name = (output: string) => {
    if (!inputs.includes(output)) return output;
    const found = free(`${output}/out`);
    taken.add(found);
    return found;
  };
  return new Map(outputs.map((output) => [output, name(output)]));
}
