import * as tf from "@tensorflow/tfjs-core";

/** With more numbers than this, copying a weight costs more than starting the kernels of its update. */
const largest = 4096;

/** WebGPU promises eight buffers to a kernel: one is the whole, the others are the parts. */
const mostParts = 7;

/**
 * Groups of weights to update at once: small ones a few at a time, each large one alone. Most weights of a network are
 * small (biases, norms), and the kernels of their updates take longer to start than to run.
 */
export function weightGroups(sizes: ReadonlyMap<string, number>): string[][] {
  const names = [...sizes.keys()];
  const small = names.filter((name) => sizes.get(name)! <= largest);
  const groups = names.filter((name) => sizes.get(name)! > largest).map((name) => [name]);
  for (let first = 0; first < small.length; first += mostParts)
    groups.push(small.slice(first, first + mostParts));
  return groups;
}

/** One tensor of all numbers, in order; a single tensor stays what it is. */
export function gathered(tensors: readonly tf.Tensor[]): tf.Tensor {
  if (tensors.length === 1) return tensors[0];
  return tf.concat(tensors.map((tensor) => tf.reshape(tensor, [-1])));
}

/** Assigns to each variable its part of what {@link gathered} made of the variables. */
export function assignParts(variables: readonly tf.Variable[], whole: tf.Tensor): void {
  if (variables.length === 1) return variables[0].assign(whole);
  const parts = tf.split(
    whole,
    variables.map(({ size }) => size),
  );
  variables.forEach((variable, i) => variable.assign(tf.reshape(parts[i], variable.shape)));
}
