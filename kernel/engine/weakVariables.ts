import * as tf from "@tensorflow/tfjs-core";

interface Registry {
  readonly state: { readonly registeredVariables: Record<string, tf.Variable> };
}

const registered = () => (tf.engine() as unknown as Registry).state.registeredVariables;

const weak = new Set<WeakRef<tf.Variable>>();
const gone = new FinalizationRegistry<WeakRef<tf.Variable>>((reference) => weak.delete(reference));

/**
 * A variable that lives as long as somebody uses it. tfjs holds every variable in a list of its own until it is disposed
 * of, so that each model and optimizer that a notebook has forgotten would keep its weights.
 *
 * @param name unique in this process
 */
export function weakVariable(initial: tf.Tensor, trainable: boolean, name: string): tf.Variable {
  const variable = tf.variable(initial, trainable, name);
  delete registered()[variable.name];
  const reference = new WeakRef(variable);
  weak.add(reference);
  gone.register(variable, reference);
  return variable;
}

/** All variables of this process that are in use, those of tfjs and those above. */
export function livingVariables(): tf.Variable[] {
  const held = [...weak].map((reference) => reference.deref()).filter((variable) => variable !== undefined);
  return [...Object.values(registered()), ...held.filter(({ isDisposed }) => !isDisposed)];
}
