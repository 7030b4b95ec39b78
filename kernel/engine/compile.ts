import "./tensorflow.js";
import type * as tf from "@tensorflow/tfjs-core";
import { ChosenStep } from "./run/chosenStep.js";
import { eagerStep } from "./run/eagerStep.js";
import type { ArrayValue, StepInput } from "./run/arrayValue.js";
import { OnnxStep } from "./run/onnxStep.js";

export type { ArrayValue } from "./run/arrayValue.js";

/** Where a step runs; "auto" takes the fastest that is there. */
export type DeviceName = "auto" | "cpu" | "webgpu" | "cuda" | "directml" | "coreml" | "tensorflow";

export interface CompileOptions {
  /** Variables that the step reads or assigns; they live on the device between runs. */
  readonly state?: readonly tf.Variable[];
  readonly device?: DeviceName;
  /** Shown in messages and profiles. */
  readonly name?: string;
  /** Starts the random draws of a step (dropout, noise) unless a run has an input named `seed`. */
  readonly seed?: number;
  /** Hears when the chosen device gives way to another, and why; `console.warn` unless given. */
  readonly onNotice?: (message: string) => void;
  /** Writes ONNX Runtime's profile of every node to files that begin with this path. */
  readonly profile?: string;
  /** Threads of one operation on the CPU; 1 where several steps run at once. @default all processors */
  readonly threads?: number;
}

/**
 * A function of tensors, written in plain tf.* ops; it may assign the variables of its state.
 * It runs once for each set of input shapes, on a backend that records instead of computing: numbers that are
 * to change from run to run (a learning rate) must be inputs, and numbers of tensors cannot be read inside.
 */
export type Step = (inputs: Record<string, tf.Tensor>) => Record<string, tf.Tensor>;

/** A step that is ready to run, traced once for each set of input shapes. */
export interface CompiledStep {
  /**
   * Runs the step: a number enters as a float32 scalar, arrays as tensors of their shape.
   * Throws TraceError, on the first run with its shapes, where the step uses what cannot be compiled.
   */
  run(inputs: Readonly<Record<string, StepInput>>): Promise<Record<string, ArrayValue>>;
  /** Brings the state back into the tf.Variables. */
  sync(): Promise<void>;
  /** The device that the step runs on. */
  readonly device: Exclude<DeviceName, "auto">;
  /** Frees the sessions; state that no other step uses goes back into its variables. */
  dispose(): Promise<void>;
}

/** Prepares a step to be run many times. */
export function compile(step: Step, options: CompileOptions = {}): CompiledStep {
  const {
    state = [],
    device = "auto",
    name = "step",
    seed = 0,
    profile,
    threads,
    onNotice = console.warn,
  } = options;
  const make = (chosen: Exclude<DeviceName, "auto">) =>
    chosen === "tensorflow"
      ? eagerStep(step, onNotice)
      : new OnnxStep({ step, state, name, seed, profile, threads, device: chosen });
  return device === "auto" ? new ChosenStep(make, onNotice) : make(device);
}
