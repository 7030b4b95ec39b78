import assert from "node:assert/strict";
import fc from "fast-check";
import { axesOf, dataTypeOf, lowering, NotSupported } from "../../../../kernel/engine/lowering/lowering.js";
import { Graph } from "../../../../kernel/engine/ir/graph.js";

describe("the axes that a kernel names", () => {
  it("are non-negative, in order, whatever way they are named", () => {
    assert.deepEqual(axesOf(-1, 3), [2]);
    assert.deepEqual(axesOf([2, -3], 3), [0, 2]);
    assert.deepEqual(axesOf([], 3), []);
  });

  it("are all axes where none is named", () => {
    assert.deepEqual(axesOf(undefined, 3), [0, 1, 2]);
    assert.deepEqual(axesOf(null, 2), [0, 1]);
    assert.deepEqual(axesOf(null, 0), []);
  });

  it("mean the same counted from the end", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 5 })), (axes) => {
        assert.deepEqual(
          axesOf(
            axes.map((axis) => axis - 6),
            6,
          ),
          axesOf(axes, 6),
        );
      }),
    );
  });
});

describe("the element type of the graph", () => {
  it("is that of tfjs, and refused for strings and complex numbers", () => {
    assert.deepEqual(["float32", "int32", "bool"].map(dataTypeOf), ["float32", "int32", "bool"]);
    for (const dtype of ["string", "complex64"])
      assert.throws(
        () => dataTypeOf(dtype),
        (error) => error instanceof NotSupported && error.message.includes(dtype),
      );
  });
});

describe("a lowering", () => {
  it("is given the inputs, the attributes and the graph", () => {
    const graph = new Graph();
    const x = graph.input("x", "float32", []);
    const seen: unknown[] = [];
    const lower = lowering<{ axis: number }>((inputs, { axis }, g) => (seen.push(inputs, axis, g), inputs.x));
    assert.equal(lower({ x }, { axis: 3 }, graph), x);
    assert.deepEqual(seen, [{ x }, 3, graph]);
  });
});
