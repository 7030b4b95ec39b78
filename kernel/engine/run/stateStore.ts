import * as tf from "@tensorflow/tfjs-core";
import * as ort from "onnxruntime-node";
import { toOrtTensor, type ArrayValue } from "./arrayValue.js";

/** Where a variable's newest value is: in the tf.Variable, or on the device since a step assigned it. */
interface Slot {
  value: ort.Tensor;
  /** A buffer of the same size that the next run may write into. */
  spare: ort.Tensor | undefined;
  /** The tensor that the variable held when slot and variable were last equal. */
  syncedWith: object;
  ahead: boolean;
}

/**
 * The values of variables for the steps of one provider. Steps that share variables share their values: a
 * step that evaluates sees what a step that trains has just written, without `sync()` between them. A variable
 * that is assigned outside of a step wins over the value on the device.
 */
export class StateStore {
  #slots = new WeakMap<tf.Variable, Slot>();

  /** The value that the next run reads. */
  read(variable: tf.Variable): ort.Tensor {
    const slot = this.#slots.get(variable);
    if (slot && slot.syncedWith === variable.dataId) return slot.value;
    const data = variable.dataSync().slice() as Float32Array;
    const value = toOrtTensor({ data, shape: variable.shape, dtype: variable.dtype as ArrayValue["dtype"] });
    this.#slots.set(variable, { value, spare: undefined, syncedWith: variable.dataId, ahead: false });
    return value;
  }

  /** Memory for a new value of a variable; never the memory that `read` gives. */
  spare(variable: tf.Variable): ort.Tensor {
    const slot = this.#slots.get(variable)!;
    slot.spare ??= emptyLike(slot.value);
    return slot.spare;
  }

  /** Takes over a new value, the one in `spare` or another. */
  write(variable: tf.Variable, value: ort.Tensor): void {
    const slot = this.#slots.get(variable)!;
    slot.spare = value === slot.spare ? slot.value : undefined;
    slot.value = value;
    slot.ahead = true;
  }

  /** Brings new values into the variables. */
  async sync(variables: readonly tf.Variable[]): Promise<void> {
    for (const variable of variables) {
      const slot = this.#slots.get(variable);
      if (!slot?.ahead || slot.syncedWith !== variable.dataId) continue;
      const data = (await slot.value.getData()) as Float32Array;
      const tensor = tf.tensor(data.slice(), variable.shape, variable.dtype);
      variable.assign(tensor);
      tensor.dispose();
      Object.assign(slot, { ahead: false, syncedWith: variable.dataId });
    }
  }

  /** Frees what is held for the variables; call `sync` before to keep the values. */
  release(variables: readonly tf.Variable[]): void {
    for (const variable of variables) this.#slots.delete(variable);
  }
}

function emptyLike(tensor: ort.Tensor): ort.Tensor {
  const data = tensor.data as Float32Array;
  const memory = new (data.constructor as Float32ArrayConstructor)(data.length);
  return new ort.Tensor(tensor.type as "float32", memory, tensor.dims);
}
