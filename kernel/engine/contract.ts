import type * as tf from "@tensorflow/tfjs-core";

/** The device names, except "auto". */
export const deviceNames = ["cpu", "webgpu", "cuda", "directml", "coreml", "tensorflow"] as const;

/** Where a step runs; "auto" picks the fastest available device. */
export type DeviceName = "auto" | Device["device"];

/** A device that steps can run on, and whether it is usable here. */
export interface Device {
  readonly device: (typeof deviceNames)[number];
  /** The name of the processor or graphics card, if known. */
  readonly name: string;
  /** Memory in bytes, if known. */
  readonly memory?: number;
  readonly usable: boolean;
  /** One sentence: how it is used, or why it is unusable and what to do about it. */
  readonly note: string;
}

/** An array with its shape, row-major, as passed to and returned from a compiled step. */
export interface ArrayValue {
  readonly data: Float32Array | Int32Array | Uint8Array;
  readonly shape: readonly number[];
  readonly dtype: "float32" | "int32" | "bool";
}

/** An input of a run; a number means a float32 scalar. */
export type StepInput = ArrayValue | number;

export interface CompileOptions {
  /** Variables that the step reads or assigns; they live on the device between runs. */
  readonly state?: readonly tf.Variable[];
  readonly device?: DeviceName;
  /** Shown in messages and profiles. */
  readonly name?: string;
  /** Seeds the step's random draws (dropout, noise) unless a run has an input named `seed`. */
  readonly seed?: number;
  /** Called when the step falls back to another device, with the reason; defaults to `console.warn`. */
  readonly onNotice?: (message: string) => void;
  /** Path prefix of the files that ONNX Runtime writes its per-node profile to. */
  readonly profile?: string;
  /** Threads per operation on the CPU; use 1 when several steps run at once. @default all processors */
  readonly threads?: number;
}

/**
 * A function of tensors, written in plain tf.* ops; it may assign the variables of its state.
 * It runs once per set of input shapes, on a backend that records instead of computing: numbers that change
 * from run to run (a learning rate) must be inputs, and the step cannot read the values of tensors.
 */
export type Step = (inputs: Record<string, tf.Tensor>) => Record<string, tf.Tensor>;

/** A step that is ready to run, traced once per set of input shapes. */
export interface CompiledStep {
  /**
   * Runs the step; numbers become float32 scalars, arrays become tensors of their shape.
   * Throws TraceError on the first run with given shapes if the step uses something that cannot be compiled.
   */
  run(inputs: Readonly<Record<string, StepInput>>): Promise<Record<string, ArrayValue>>;
  /** Copies the state back into the tf.Variables. */
  sync(): Promise<void>;
  /** The device that the step runs on. */
  readonly device: Device["device"];
  /**
   * Channels of a block in ONNX Runtime's own layout of images, known after the first run where the device has one. The
   * last bits of convolutions depend on it.
   */
  readonly channelBlock?: number;
  /** Frees the sessions; state that no other step uses is copied back into its variables. */
  dispose(): Promise<void>;
}
