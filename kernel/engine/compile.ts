import "./tensorflow.js";
import type { CompiledStep, CompileOptions, Device, Step } from "./contract.js";
import { chooseDevice } from "./devices.js";
import { ChosenStep } from "./run/chosenStep.js";
import { eagerStep } from "./run/eagerStep.js";
import { OnnxStep } from "./run/onnxStep.js";

/** Compiles a step for repeated runs. */
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
  const make = (chosen: Device["device"]) =>
    chosen === "tensorflow"
      ? eagerStep(step, onNotice)
      : new OnnxStep({ step, state, name, seed, profile, threads, device: chosen });
  return device === "auto" ? new ChosenStep(make, chooseDevice, onNotice) : make(device);
}
