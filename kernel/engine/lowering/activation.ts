import * as ir from "../ir/elementwise.js";
import type { Value } from "../ir/graph.js";
import { NotSupported, type Inputs } from "./lowering.js";

export interface FusedAttributes {
  readonly activation?: string;
  readonly leakyreluAlpha?: number;
}

type Activation = (x: Value, inputs: Inputs, attributes: FusedAttributes) => Value;

const activations: Readonly<Record<string, Activation>> = {
  linear: (x) => x,
  relu: (x) => ir.unary("Relu", x),
  elu: (x) => ir.unary("Elu", x, { alpha: { float: 1 } }),
  relu6: (x) => ir.minimum(ir.maximum(x, 0), 6),
  prelu: (x, { preluActivationWeights: alpha }) => ir.where(ir.less(x, 0), ir.multiply(alpha, x), x),
  leakyrelu: (x, _, { leakyreluAlpha = 0.2 }) =>
    ir.unary("LeakyRelu", x, { alpha: { float: leakyreluAlpha } }),
  sigmoid: (x) => ir.unary("Sigmoid", x),
};

/** Adds the bias of a fused kernel and applies its activation. */
export function activated(x: Value, inputs: Inputs, attributes: FusedAttributes): Value {
  const name = attributes.activation ?? "linear";
  if (!(name in activations)) throw new NotSupported(`the activation "${name}"`);
  const biased = inputs.bias ? ir.add(x, inputs.bias) : x;
  return activations[name](biased, inputs, attributes);
}
