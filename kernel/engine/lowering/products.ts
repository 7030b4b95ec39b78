import { operation, type Value } from "../ir/graph.js";
import { batchedProduct } from "../ir/matmul.js";
import { cast } from "../ir/elementwise.js";
import { activated, type FusedAttributes } from "./activation.js";
import { lowering, type Lowerings } from "./lowering.js";

interface Transposition {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

function product(a: Value, b: Value, options: Transposition): Value {
  return batchedProduct(cast(a, "float32"), cast(b, "float32"), options);
}

/** The shape of an Einstein summation without ellipses. */
function einsumShape(equation: string, tensors: readonly Value[]): number[] {
  const [left, right] = equation.replaceAll(" ", "").split("->");
  const lengths = new Map<string, number>();
  left
    .split(",")
    .forEach((labels, i) => [...labels].forEach((label, axis) => lengths.set(label, tensors[i].shape[axis])));
  return [...right].map((label) => lengths.get(label)!);
}

/** Kernels for matrix products. */
export const productLowerings: Lowerings = {
  BatchMatMul: lowering<Transposition>(({ a, b }, options) => product(a, b, options)),
  Einsum: lowering<{ equation: string }>((inputs, { equation }) => {
    const tensors = Object.values(inputs);
    const shape = einsumShape(equation, tensors);
    return operation("Einsum", tensors, { dtype: tensors[0].dtype, shape }, { equation });
  }),
  _FusedMatMul: lowering<Transposition & FusedAttributes>((inputs, a) =>
    activated(product(inputs.a, inputs.b, a), inputs, a),
  ),
};
