import { chooseDevice, explainFailure } from "../devices.js";
import type { CompiledStep, DeviceName } from "../compile.js";
import type { ArrayValue, StepInput } from "./arrayValue.js";

/** Makes the step for a device. */
export type MakeStep = (device: Exclude<DeviceName, "auto">) => CompiledStep;

/**
 * A step whose device is chosen when it first runs. If a graphics card was chosen and cannot open the step, the
 * processor takes over and `notice` hears why.
 */
export class ChosenStep implements CompiledStep {
  #step: CompiledStep | undefined;
  #choosing: Promise<CompiledStep> | undefined;

  constructor(
    readonly make: MakeStep,
    readonly notice: (message: string) => void,
  ) {}

  /** The device chosen; the processor before the first run. */
  get device(): CompiledStep["device"] {
    return this.#step?.device ?? "cpu";
  }

  async run(inputs: Readonly<Record<string, StepInput>>): Promise<Record<string, ArrayValue>> {
    const known = this.#step;
    if (known) return known.run(inputs);
    const step = await (this.#choosing ??= this.#choose());
    if (this.#step) return this.#step.run(inputs);
    return this.#firstRun(step, inputs);
  }

  async sync(): Promise<void> {
    await this.#step?.sync();
  }

  async dispose(): Promise<void> {
    await this.#choosing;
    await this.#step?.dispose();
  }

  async #choose(): Promise<CompiledStep> {
    return this.make((await chooseDevice()).device);
  }

  async #firstRun(step: CompiledStep, inputs: Readonly<Record<string, StepInput>>) {
    try {
      const outputs = await step.run(inputs);
      this.#step = step;
      return outputs;
    } catch (error) {
      if (step.device === "cpu" || (error as Error).name === "TraceError") throw error;
      this.notice(`${explainFailure(step.device, error)} The processor takes over.`);
      await step.dispose();
      this.#step = this.make("cpu");
      return this.#step.run(inputs);
    }
  }
}
