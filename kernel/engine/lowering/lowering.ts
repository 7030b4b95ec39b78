import type * as tf from "@tensorflow/tfjs-core";
import type { DataType, Graph, Value } from "../ir/graph.js";

/** The tensors a kernel was called with, by the names that tfjs gives them ("x", "filter", "0", "1", ...). */
export type Inputs = Readonly<Record<string, Value>>;

/** Turns one call of a tfjs kernel into operators of the graph; the results' shapes are the kernel's. */
export type Lowering = (
  inputs: Inputs,
  attributes: tf.NamedAttrMap,
  graph: Graph,
) => Value | readonly Value[];

/** Lowerings by the names of the tfjs kernels. */
export type Lowerings = Readonly<Record<string, Lowering>>;

/** Names the type of a kernel's attributes, which tfjs hands over untyped. */
export function lowering<Attributes = object>(
  lower: (inputs: Inputs, attributes: Attributes, graph: Graph) => Value | readonly Value[],
): Lowering {
  return (inputs, attributes, graph) => lower(inputs, attributes as Attributes, graph);
}

/** What a kernel cannot do here; the tracer adds the kernel's name and the line of the user's code. */
export class NotSupported extends Error {}

const dataTypes: Readonly<Record<string, DataType>> = { float32: "float32", int32: "int32", bool: "bool" };

/** The element type of the graph for one of tfjs. Throws {@link NotSupported} for strings and complex numbers. */
export function dataTypeOf(dtype: string): DataType {
  if (!(dtype in dataTypes)) throw new NotSupported(`tensors of type ${dtype} cannot be compiled`);
  return dataTypes[dtype];
}

/** The axes that a kernel names, as non-negative numbers in order; none named means all. */
export function axesOf(axis: number | readonly number[] | null | undefined, rank: number): number[] {
  const named =
    axis === undefined || axis === null ? Array.from({ length: rank }, (_, i) => i) : [axis].flat();
  return named.map((each) => (each < 0 ? each + rank : each)).sort((a, b) => a - b);
}
