import assert from "node:assert/strict";
import fc from "fast-check";
import { circles } from "./circles.js";

const graphs = fc
  .integer({ min: 1, max: 8 })
  .chain((count) =>
    fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1))).map((pairs) => ({ count, pairs })),
  );

/** Which nodes can be reached from each node, by Warshall's closure. */
function reachable(count: number, pairs: readonly (readonly [number, number])[]): boolean[][] {
  const reach = Array.from({ length: count }, () => new Array<boolean>(count).fill(false));
  for (const [from, to] of pairs) reach[from][to] = true;
  for (let k = 0; k < count; k++)
    for (let i = 0; i < count; i++)
      for (let j = 0; j < count; j++) reach[i][j] ||= reach[i][k] && reach[k][j];
  return reach;
}

describe("the circles of a graph", () => {
  it("are the sets of nodes that reach each other", () => {
    fc.assert(
      fc.property(graphs, ({ count, pairs }) => {
        const nodes = Array.from({ length: count }, (_, i) => String(i));
        const next = (node: string) =>
          pairs.filter(([from]) => String(from) === node).map(([, to]) => String(to));
        const reach = reachable(count, pairs);
        const expected = new Set(
          nodes.flatMap((node, i) =>
            reach[i][i] ? [nodes.filter((_, j) => reach[i][j] && reach[j][i]).join()] : [],
          ),
        );
        const found = circles(nodes, next).map((circle) => [...circle].sort().join());
        assert.deepEqual(new Set(found), expected);
        assert.equal(found.length, expected.size);
      }),
    );
  });
});
