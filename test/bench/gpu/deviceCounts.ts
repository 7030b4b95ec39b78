import { neededNodes, sizeOf, type Node, type Value } from "../../../kernel/engine/ir/graph.js";
import { multiplyAddsOf } from "../../../kernel/engine/ir/multiplyAdds.js";

/** Operators that only give the same memory another shape: nothing is launched for them. */
const free = new Set(["Reshape", "Squeeze", "Unsqueeze", "Identity"]);

/** One kernel that a device launches. */
export interface Launch {
  readonly operator: string;
  /** Bytes read and written, each operand once. */
  readonly bytes: number;
  readonly flop: number;
}

/** What a device launches for the outputs of a graph, one kernel an operator. */
export function launchesOf(outputs: readonly Value[]): Launch[] {
  return neededNodes(outputs)
    .filter(({ operator }) => !free.has(operator))
    .map((node) => ({ operator: node.operator, bytes: bytesOf(node), flop: 2 * multiplyAddsOf(node) }));
}

function bytesOf({ operator, inputs, outputs }: Node): number {
  const written = outputs.reduce((sum, value) => sum + bytes(value), 0);
  const read = inputs.reduce((sum, value) => sum + (value ? bytes(value) : 0), 0);
  return operator === "Gather" ? 2 * written + bytes(inputs[1]!) : written + read;
}

/** A uniform value is one number. */
function bytes({ dtype, shape, source }: Value): number {
  const size = dtype === "bool" || dtype === "uint8" ? 1 : /64$/.test(dtype) ? 8 : 4;
  return source.kind === "uniform" ? size : size * sizeOf(shape);
}
