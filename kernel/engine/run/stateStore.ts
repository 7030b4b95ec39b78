import * as tf from "@tensorflow/tfjs-core";
import type { ArrayValue } from "../contract.js";
import type * as ort from "./onnxRuntime.js";
import { emptyOrtTensor, toOrtTensor } from "./arrayValue.js";
import { canLend, giveBack, keepForOthers, lend } from "./borrowedVariables.js";
import type { Provider } from "./session.js";
import { transfer } from "./transfer.js";

/** A variable's newest value, as left by a step. */
interface Slot {
  value: ort.Tensor;
  /** A buffer of the same size that the next run may write into. */
  spare: ort.Tensor | undefined;
  /** The tensor that the variable held when slot and variable were last in sync. */
  syncedWith: object;
  ahead: boolean;
}

/**
 * The values of variables for all steps of one provider. Steps that share variables share their values: an
 * evaluation step sees what a training step has just written, without a `sync()` in between. A value assigned to
 * a variable outside a step overrides the one stored here. On WebGPU values stay on the device; in main memory,
 * variables lend their numbers to the store, and reading a variable gives its newest value.
 */
export class StateStore {
  #slots = new WeakMap<tf.Variable, Slot>();
  #users = new WeakMap<tf.Variable, number>();

  constructor(readonly provider: Provider) {}

  /** Whether new values stay on the device. */
  get resident(): boolean {
    return this.provider === "webgpu";
  }

  /** Loads variables that are new or have been assigned since the last run. */
  async prepare(variables: readonly tf.Variable[]): Promise<void> {
    const stale = variables.filter((variable) => this.#slots.get(variable)?.syncedWith !== variable.dataId);
    const given = stale.map(currentValue);
    const values = this.resident ? await transfer(given, this.provider, "gpu-buffer") : given;
    stale.forEach((variable, i) => {
      this.#forget(variable);
      const slot = { value: values[i], spare: undefined, syncedWith: variable.dataId, ahead: false };
      this.#slots.set(variable, slot);
      this.#lend(slot);
    });
  }

  /** The value that the next run reads; call `prepare` first. */
  read(variable: tf.Variable): ort.Tensor {
    return this.#slots.get(variable)!.value;
  }

  /** A buffer for a new value, never the current value's; null if the device allocates it. */
  spare(variable: tf.Variable): ort.Tensor | null {
    if (this.resident) return null;
    const slot = this.#slots.get(variable)!;
    return (slot.spare ??= emptyOrtTensor(slot.value.type as ArrayValue["dtype"], slot.value.dims));
  }

  /**
   * Stores a new value. If there was a `spare` buffer, the run has written the value there; anything that ONNX
   * Runtime's binding returns is then a copy, which is left to the garbage collector.
   */
  write(variable: tf.Variable, value: ort.Tensor): void {
    const slot = this.#slots.get(variable)!;
    keepForOthers(slot.syncedWith);
    const before = slot.value;
    slot.value = slot.spare ?? value;
    slot.spare = this.resident ? undefined : before;
    slot.ahead = true;
    if (this.resident) before.dispose();
    else this.#lend(slot);
  }

  /** Copies new values into the variables. */
  async sync(variables: readonly tf.Variable[]): Promise<void> {
    const ahead = variables.filter((variable) => this.#slots.get(variable)?.ahead);
    const current = ahead.filter((variable) => this.#slots.get(variable)!.syncedWith === variable.dataId);
    const values = current.map((variable) => this.read(variable));
    const arrays = this.resident ? await transfer(values, this.provider, "cpu") : values;
    current.forEach((variable, i) => this.#assign(variable, arrays[i].data as Float32Array));
  }

  /** Registers one more step as a user of a variable. */
  acquire(variable: tf.Variable): void {
    this.#users.set(variable, (this.#users.get(variable) ?? 0) + 1);
  }

  /**
   * Unregisters one step as a user of the variables; values that no step uses any longer are copied back into their
   * variables. Values still in use are fetched from the device, as the session that wrote them owns their memory.
   */
  async release(variables: readonly tf.Variable[]): Promise<void> {
    for (const variable of variables) this.#users.set(variable, (this.#users.get(variable) ?? 1) - 1);
    const known = variables.filter((variable) => this.#slots.has(variable));
    const unused = known.filter((variable) => this.#users.get(variable) === 0);
    await this.sync(unused.filter((variable) => !variable.isDisposed));
    if (this.resident) await this.#fetch(known);
    for (const variable of unused) this.#forget(variable);
  }

  #forget(variable: tf.Variable): void {
    const slot = this.#slots.get(variable);
    if (slot && !this.resident) giveBack(slot.syncedWith);
    slot?.value.dispose();
    this.#slots.delete(variable);
  }

  async #fetch(variables: readonly tf.Variable[]): Promise<void> {
    const slots = variables.map((variable) => this.#slots.get(variable)!);
    const onDevice = slots.filter((slot) => slot.value.location === "gpu-buffer");
    const values = onDevice.map((slot) => slot.value);
    const fetched = await transfer(values, this.provider, "cpu");
    onDevice.forEach((slot, i) => (slot.value = fetched[i]));
    for (const value of values) value.dispose();
  }

  #assign(variable: tf.Variable, data: Float32Array): void {
    const slot = this.#slots.get(variable)!;
    const own =
      this.resident || (tf.getBackend() === "cpu" && canLend(variable.dataId)) ? data : data.slice();
    const tensor = tf.tensor(own, variable.shape, variable.dtype);
    variable.assign(tensor);
    tensor.dispose();
    Object.assign(slot, { ahead: false, syncedWith: variable.dataId });
    this.#lend(slot);
  }

  /** Numbers on a device cannot be read synchronously, so tfjs keeps those of the last `sync()`. */
  #lend(slot: Slot): void {
    if (!this.resident) lend(slot.syncedWith, () => slot.value.data as Float32Array);
  }
}

function currentValue(variable: tf.Variable): ort.Tensor {
  const data = variable.dataSync().slice() as Float32Array;
  return toOrtTensor({ data, shape: variable.shape, dtype: variable.dtype as ArrayValue["dtype"] });
}
