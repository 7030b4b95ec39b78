import assert from "node:assert/strict";
import fc from "fast-check";
import * as ir from "../../../../kernel/engine/ir/shapes.js";
import { sizeOf, type Value } from "../../../../kernel/engine/ir/graph.js";
import { Numbers, operatorsOf } from "./evaluate.js";

const shape = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 });

async function gives(numbers: Numbers, value: Value, expected: number[], ...shape: number[]): Promise<void> {
  assert.deepEqual(await numbers.of(value), { numbers: expected, shape });
  assert.deepEqual(value.shape, shape, "the shape that the graph tells");
}

describe("a value whose elements are moved", () => {
  it("is transposed like an index of many digits, also twice in a row", async () => {
    const permuted = fc.tuple(shape, fc.infiniteStream(fc.nat())).map(([lengths, stream]) => {
      const orders = [0, 1].map(() => {
        const rest = lengths.map((_, axis) => axis);
        return lengths.map(() => rest.splice(stream.next().value % rest.length, 1)[0]);
      });
      return { lengths, orders };
    });
    await fc.assert(
      fc.asyncProperty(permuted, async ({ lengths, orders }) => {
        const numbers = new Numbers();
        const value = orders.reduce(ir.transpose, numbers.range(...lengths));
        assert.ok(operatorsOf(value).filter((operator) => operator === "Transpose").length <= 1);
        const order = lengths.map((_, axis) => orders[0][orders[1][axis]]);
        const strides = lengths.map((_, axis) => sizeOf(lengths.slice(axis + 1)));
        const place = order.map(() => 0);
        const expected = Array.from({ length: sizeOf(lengths) }, () => {
          const from = place.reduce((sum, at, axis) => sum + at * strides[order[axis]], 0);
          for (let axis = place.length - 1; axis >= 0 && ++place[axis] === lengths[order[axis]]; axis--)
            place[axis] = 0;
          return from;
        });
        await gives(numbers, value, expected, ...order.map((axis) => lengths[axis]));
      }),
      { numRuns: 25 },
    );
  });

  it("needs no transposition where only axes of length one move, and no reshape of a reshape", () => {
    const numbers = new Numbers();
    const x = numbers.range(1, 3, 1, 2);
    assert.deepEqual(operatorsOf(ir.transpose(x, [1, 0, 3, 2])), ["Reshape"]);
    assert.deepEqual(operatorsOf(ir.reshape(ir.reshape(x, [6]), [2, 3])), ["Reshape"]);
    assert.equal(ir.reshape(ir.reshape(x, [6]), [1, 3, 1, 2]), x);
  });

  it("is sliced along some axes, from begin to end in steps", async () => {
    const numbers = new Numbers();
    const x = numbers.range(3, 4);
    await gives(numbers, ir.slice(x, [1, 0], [3, 2]), [4, 5, 8, 9], 2, 2);
    await gives(numbers, ir.slice(x, [0], [4], [1], [3]), [0, 3, 4, 7, 8, 11], 3, 2);
    await gives(numbers, ir.slice(x, [3], [0], [1], [-2]), [3, 1, 7, 5, 11, 9], 3, 2);
    assert.equal(ir.slice(x, [0, 0], [3, 4]), x, "all of it is the value itself");
    assert.deepEqual(ir.slice(x, [2], [1], [0]).shape, [0, 4]);
  });

  it("is reversed along axes, twice gives it back", async () => {
    const numbers = new Numbers();
    const x = numbers.range(2, 3);
    await gives(numbers, ir.reverse(x, [1]), [2, 1, 0, 5, 4, 3], 2, 3);
    await gives(numbers, ir.reverse(x, [0, 1]), [5, 4, 3, 2, 1, 0], 2, 3);
    await gives(numbers, ir.reverse(ir.reverse(x, [0]), [0]), [0, 1, 2, 3, 4, 5], 2, 3);
    assert.equal(ir.reverse(x, []), x);
  });

  it("is put together with others, empty ones left out", async () => {
    const numbers = new Numbers();
    const [x, y, empty] = [numbers.range(2, 1), numbers.range(2, 2), numbers.graph.uniform(0, [2, 0])];
    await gives(numbers, ir.concat([x, empty, y], 1), [0, 0, 1, 1, 2, 3], 2, 3);
    assert.equal(ir.concat([empty, x, empty], 1), x);
    assert.deepEqual(ir.concat([empty, empty], 1).shape, [2, 0]);
  });

  it("is padded before and after, with a value", async () => {
    const numbers = new Numbers();
    const x = numbers.range(2);
    await gives(numbers, ir.pad(x, [[1, 2]], 7), [7, 0, 1, 7, 7], 5);
    assert.equal(ir.pad(x, [[0, 0]]), x);
    const empty = ir.pad(numbers.graph.uniform(0, [0]), [[1, 1]], 3);
    assert.deepEqual([empty.source, empty.shape], [{ kind: "uniform", value: 3 }, [2]]);
    const uniform = numbers.graph.uniform(7, [2]);
    assert.equal(ir.pad(uniform, [[1, 0]], 7).source.kind, "uniform");
    await gives(numbers, ir.pad(uniform, [[1, 0]], 5), [5, 7, 7], 3);
  });

  it("is gathered at indices, along any axis, in the indices' shape", async () => {
    const numbers = new Numbers();
    const x = numbers.range(2, 3);
    const indices = ir.constant(x, Int32Array.of(2, 0, 1, 2), [2, 2]);
    await gives(numbers, ir.gather(x, indices, 1), [2, 0, 1, 2, 5, 3, 4, 5], 2, 2, 2);
    await gives(numbers, ir.gather(x, ir.constant(x, Int32Array.of(1, 0))), [3, 4, 5, 0, 1, 2], 2, 3);
  });

  it("is broadcast, along new axes as well", async () => {
    const numbers = new Numbers();
    const x = numbers.range(2, 1);
    await gives(numbers, ir.broadcastTo(x, [2, 3]), [0, 0, 0, 1, 1, 1], 2, 3);
    const twice = ir.broadcastTo(ir.broadcastTo(x, [2, 3]), [2, 2, 3]);
    assert.deepEqual(operatorsOf(twice), ["Expand"]);
    await gives(numbers, twice, [0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1], 2, 2, 3);
    assert.deepEqual(operatorsOf(ir.broadcastTo(x, [1, 2, 1])), ["Reshape"], "no element is repeated");
  });
});

describe("a value whose elements are all equal", () => {
  it("stays one under every rearrangement, without an operator", () => {
    const { graph } = new Numbers();
    const x = graph.uniform(4, [2, 1, 3]);
    const indices = graph.constant(Int32Array.of(0, 1), [2], "int32");
    const arranged = [
      ir.reshape(x, [6]),
      ir.transpose(x, [2, 0, 1]),
      ir.broadcastTo(x, [2, 5, 3]),
      ir.slice(x, [0], [1], [2]),
      ir.reverse(x, [0]),
      ir.gather(x, indices),
    ];
    assert.deepEqual(
      arranged.map(({ source }) => source),
      arranged.map(() => ({ kind: "uniform", value: 4 })),
    );
    assert.deepEqual(
      arranged.map(({ shape }) => shape),
      [[6], [3, 2, 1], [2, 5, 3], [2, 1, 1], [2, 1, 3], [2, 1, 3]],
    );
  });
});

describe("a constant beside a value", () => {
  it("has the type of its array", () => {
    const x = new Numbers().range(1);
    const arrays = [
      Float32Array.of(1, 2),
      Int32Array.of(1, 2),
      BigInt64Array.of(1n, 2n),
      Uint8Array.of(1, 2),
    ];
    assert.deepEqual(
      arrays.map((array) => ir.constant(x, array).dtype),
      ["float32", "int32", "int64", "uint8"],
    );
  });
});
