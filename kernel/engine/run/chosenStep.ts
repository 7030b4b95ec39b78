import type { ArrayValue, CompiledStep, Device, StepInput } from "../contract.js";
import { explainFailure } from "./deviceFailure.js";

/** Creates the step for a device. */
export type MakeStep = (device: Device["device"]) => CompiledStep;

/**
 * A step whose device is chosen on its first run. If a graphics card was chosen and cannot open the step, the
 * step falls back to the processor and reports why to `notice`.
 */
export class ChosenStep implements CompiledStep {
  #step: CompiledStep | undefined;
  #choosing: Promise<CompiledStep> | undefined;
  #firstRun: Promise<unknown> | undefined;

  constructor(
    readonly make: MakeStep,
    /** Resolves the device for "auto". */
    readonly choose: () => Promise<Device>,
    readonly notice: (message: string) => void,
  ) {}

  /** The chosen device; the processor before the first run. */
  get device(): CompiledStep["device"] {
    return this.#step?.device ?? "cpu";
  }

  get channelBlock(): number | undefined {
    return this.#step?.channelBlock;
  }

  /** The first run shows whether the device works; runs started before it finishes wait for it. */
  async run(inputs: Readonly<Record<string, StepInput>>): Promise<Record<string, ArrayValue>> {
    while (this.#firstRun) await this.#firstRun.catch(() => {});
    if (this.#step) return this.#step.run(inputs);
    const first = this.#tryDevice(inputs).finally(() => (this.#firstRun = undefined));
    this.#firstRun = first;
    return first;
  }

  async sync(): Promise<void> {
    await this.#step?.sync();
  }

  async dispose(): Promise<void> {
    await this.#choosing;
    await this.#step?.dispose();
  }

  async #choose(): Promise<CompiledStep> {
    return this.make((await this.choose()).device);
  }

  async #tryDevice(inputs: Readonly<Record<string, StepInput>>): Promise<Record<string, ArrayValue>> {
    const step = await (this.#choosing ??= this.#choose());
    try {
      const outputs = await step.run(inputs);
      this.#step = step;
      return outputs;
    } catch (error) {
      if (step.device === "cpu" || (error as Error).name === "TraceError") throw error;
      this.notice(`${explainFailure(step.device, error)} The CPU takes over.`);
      await step.dispose();
      this.#step = this.make("cpu");
      return this.#step.run(inputs);
    }
  }
}
