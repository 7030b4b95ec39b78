/**
 * Weights rest in files in the published order (convolutions `[out, in, height, width]`, linear maps
 * `[out, in]`) and in the network in the order of tfjs (`[height, width, in, out]`, `[in, out]`).
 */

/** The shape that a parameter has in the network. */
export function networkShape(shape: readonly number[]): number[] {
  if (shape.length === 4) return [shape[2], shape[3], shape[1], shape[0]];
  if (shape.length === 2) return [shape[1], shape[0]];
  return [...shape];
}

/** Brings values from the published order into the network's; `shape` is the published one. */
export function toNetwork(values: Float32Array, shape: readonly number[]): Float32Array {
  return swap(values, shape, (published, network, result) => {
    result[network] = values[published];
  });
}

/** Brings values from the network's order into the published one; `shape` is the published one. */
export function toPublished(values: Float32Array, shape: readonly number[]): Float32Array {
  return swap(values, shape, (published, network, result) => {
    result[published] = values[network];
  });
}

type Place = (published: number, network: number, result: Float32Array) => void;

function swap(values: Float32Array, shape: readonly number[], place: Place): Float32Array {
  if (shape.length !== 2 && shape.length !== 4) return values.slice();
  const result = new Float32Array(values.length);
  const [out, before] = shape;
  const area = shape.length === 4 ? shape[2] * shape[3] : 1;
  let published = 0;
  for (let o = 0; o < out; o += 1) {
    for (let i = 0; i < before; i += 1) {
      for (let a = 0; a < area; a += 1) place(published++, (a * before + i) * out + o, result);
    }
  }
  return result;
}
