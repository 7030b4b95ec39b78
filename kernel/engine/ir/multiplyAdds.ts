import { neededNodes, sizeOf, type Node, type Value } from "./graph.js";

/**
 * The multiply-adds that the outputs of a graph need, from the shapes: those of matrix products and convolutions,
 * positions of padding included. Everything else (activations, norms, softmax, pooling, sums) is left out.
 */
export function multiplyAdds(outputs: readonly Value[]): number {
  return neededNodes(outputs).reduce((sum, node) => sum + multiplyAddsOf(node), 0);
}

/** Those of one operator, as {@link multiplyAdds} counts them. */
export function multiplyAddsOf(node: Node): number {
  const count = counts[node.operator as keyof typeof counts] as ((node: Node) => number) | undefined;
  return count ? count(node) : 0;
}

/** For each output element one multiply-add per element of what is summed over. */
const counts = {
  Gemm: (node: Node) => elements(node) * shapeOf(node, 0)[node.attributes["transA"] === 1 ? 0 : 1],
  MatMul: (node: Node) => elements(node) * shapeOf(node, 0).at(-1)!,
  /** The weights are `[out, in / groups, ...kernel]`. */
  Conv: (node: Node) => elements(node) * sizeOf(shapeOf(node, 1).slice(1)),
  Einsum: (node: Node) => ofEinsum(node),
};

/** One for each combination of all labels of the equation. */
function ofEinsum({ inputs, attributes }: Node): number {
  const [left] = String(attributes["equation"]).replaceAll(" ", "").split("->");
  const labels = left.split(",").map((each) => [...each]);
  const lengths = labels.flatMap((own, operand) =>
    own.map((label, axis) => [label, inputs[operand]!.shape[axis]] as const),
  );
  return sizeOf([...new Map(lengths).values()]);
}

function elements({ outputs }: Node): number {
  return sizeOf(outputs[0].shape);
}

function shapeOf({ inputs }: Node, operand: number): readonly number[] {
  return inputs[operand]!.shape;
}
