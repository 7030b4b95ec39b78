import * as tf from "@tensorflow/tfjs-core";

/** An array with its shape, row-major, as it enters and leaves a compiled step. */
export interface ArrayValue {
  readonly data: Float32Array | Int32Array | Uint8Array;
  readonly shape: readonly number[];
  readonly dtype: "float32" | "int32" | "bool";
}

/** Where a step runs; "auto" takes the fastest that is there. */
export type DeviceName = "auto" | "cpu" | "webgpu" | "cuda" | "directml" | "coreml" | "tensorflow";

export interface CompileOptions {
  /** Variables that the step reads or assigns; they live on the device between runs. */
  readonly state?: readonly tf.Variable[];
  readonly device?: DeviceName;
  /** Shown in messages and profiles. */
  readonly name?: string;
}

/** A function of tensors, written in plain tf.* ops; it may assign the variables of its state. */
export type Step = (inputs: Record<string, tf.Tensor>) => Record<string, tf.Tensor>;

/** A step that is ready to run, traced once for each set of input shapes. */
export interface CompiledStep {
  /** Runs the step: a number enters as a float32 scalar, arrays as tensors of their shape. */
  run(inputs: Readonly<Record<string, ArrayValue | number>>): Promise<Record<string, ArrayValue>>;
  /** Brings the state back into the tf.Variables. */
  sync(): Promise<void>;
  /** The device that the step runs on. */
  readonly device: Exclude<DeviceName, "auto">;
  dispose(): Promise<void>;
}

/** Prepares a step to be run many times. For now it runs eagerly on the tfjs backend in force. */
export function compile(step: Step, _options: CompileOptions = {}): CompiledStep {
  return {
    device: "tensorflow",
    run: (inputs) => runEagerly(step, inputs),
    sync: async () => {},
    dispose: async () => {},
  };
}

async function runEagerly(
  step: Step,
  inputs: Readonly<Record<string, ArrayValue | number>>,
): Promise<Record<string, ArrayValue>> {
  const outputs = tf.tidy(() => step(mapValues(inputs, toTensor)) as tf.TensorContainerObject);
  const entries = Object.entries(outputs as Record<string, tf.Tensor>).map(async ([name, tensor]) => {
    const data = (await tensor.data()) as ArrayValue["data"];
    const value = { data, shape: tensor.shape, dtype: tensor.dtype as ArrayValue["dtype"] };
    tensor.dispose();
    return [name, value] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function toTensor(value: ArrayValue | number): tf.Tensor {
  if (typeof value === "number") return tf.scalar(value, "float32");
  return tf.tensor(value.data, [...value.shape], value.dtype);
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
