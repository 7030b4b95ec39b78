import type * as tf from "@tensorflow/tfjs-core";
import type { DataType, Graph, Value } from "../ir/graph.js";

/** The tensors a kernel was called with, by their tfjs names ("x", "filter", "0", "1", ...). */
export type Inputs = Readonly<Record<string, Value>>;

/** Turns one call of a tfjs kernel into graph operators; results have the same shapes as the kernel's. */
export type Lowering = (
  inputs: Inputs,
  attributes: tf.NamedAttrMap,
  graph: Graph,
) => Value | readonly Value[];

/** Lowerings by tfjs kernel name. */
export type Lowerings = Readonly<Record<string, Lowering>>;

/** Gives a type to a kernel's attributes, which tfjs passes untyped. */
export function lowering<Attributes = object>(
  lower: (inputs: Inputs, attributes: Attributes, graph: Graph) => Value | readonly Value[],
): Lowering {
  return (inputs, attributes, graph) => lower(inputs, attributes as Attributes, graph);
}

/** Something a lowering does not support; the tracer adds the kernel's name and the line of the user's code. */
export class NotSupported extends Error {}

const dataTypes: Readonly<Record<string, DataType>> = { float32: "float32", int32: "int32", bool: "bool" };

/** The graph's element type for a tfjs dtype. Throws {@link NotSupported} for strings and complex numbers. */
export function dataTypeOf(dtype: string): DataType {
  if (!(dtype in dataTypes)) throw new NotSupported(`tensors of type ${dtype} cannot be compiled`);
  return dataTypes[dtype];
}

/** A kernel's axes, non-negative and sorted; no axis means all axes. */
export function axesOf(axis: number | readonly number[] | null | undefined, rank: number): number[] {
  const named =
    axis === undefined || axis === null ? Array.from({ length: rank }, (_, i) => i) : [axis].flat();
  return named.map((each) => (each < 0 ? each + rank : each)).sort((a, b) => a - b);
}
