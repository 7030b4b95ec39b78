/**
 * Files hold weights in the published order (convolutions `[out, in, height, width]`, linear maps
 * `[out, in]`), the network holds them in tfjs order (`[height, width, in, out]`, `[in, out]`).
 */

/** The shape of a parameter inside the network. */
export function networkShape(shape: readonly number[]): number[] {
  if (shape.length === 4) return [shape[2], shape[3], shape[1], shape[0]];
  if (shape.length === 2) return [shape[1], shape[0]];
  return [...shape];
}

/** Reorders values from the published order to the network's; `shape` is the published one. */
export function toNetwork(values: Float32Array, shape: readonly number[]): Float32Array {
  return reordered(values, shape, (result, published, network) => {
    result[network] = values[published];
  });
}

/** Reorders values from the network's order to the published one; `shape` is the published one. */
export function toPublished(values: Float32Array, shape: readonly number[]): Float32Array {
  return reordered(values, shape, (result, published, network) => {
    result[published] = values[network];
  });
}

type Move = (result: Float32Array, published: number, network: number) => void;

/** Calls `move` with each value's position in both orders; vectors are laid out the same in both. */
function reordered(values: Float32Array, shape: readonly number[], move: Move): Float32Array {
  if (shape.length !== 2 && shape.length !== 4) return values.slice();
  const [out, before, ...kernel] = shape;
  const area = kernel.reduce((product, length) => product * length, 1);
  const result = new Float32Array(values.length);
  let published = 0;
  for (let o = 0; o < out; o += 1) {
    for (let i = 0; i < before; i += 1) {
      for (let a = 0; a < area; a += 1) move(result, published++, (a * before + i) * out + o);
    }
  }
  return result;
}
