import assert from "node:assert/strict";
import fc from "fast-check";
import * as ir from "../../../../kernel/engine/ir/elementwise.js";
import { broadcastTo } from "../../../../kernel/engine/ir/shapes.js";
import { Numbers, operatorsOf } from "./evaluate.js";

describe("the shape that two shapes broadcast to", () => {
  it("has the longer length of each axis, the missing ones being one", () => {
    assert.deepEqual(ir.broadcastShape([2, 1, 3], [4, 1]), [2, 4, 3]);
    assert.deepEqual(ir.broadcastShape([], [2]), [2]);
    assert.deepEqual(ir.broadcastShape([0], [1]), [0]);
  });

  it("does not depend on their order", () => {
    const shape = fc.array(fc.constantFrom(1, 2, 3), { maxLength: 3 });
    fc.assert(
      fc.property(shape, shape, (a, b) => {
        const attempt = (x: number[], y: number[]) => {
          try {
            return ir.broadcastShape(x, y);
          } catch {
            return null;
          }
        };
        assert.deepEqual(attempt(a, b), attempt(b, a));
      }),
    );
  });

  it("is refused with both shapes where they do not fit", () => {
    assert.throws(() => ir.broadcastShape([2, 3], [4]), /Shapes \[2,3\] and \[4\] do not broadcast/);
  });
});

describe("operators on elements", () => {
  it("compute what they are named for, with a number on either side", async () => {
    const numbers = new Numbers();
    const x = numbers.input(Float32Array.of(-7, -1, 0, 2, 9));
    const expected: [ReturnType<typeof ir.add>, number[]][] = [
      [ir.add(x, 1), [-6, 0, 1, 3, 10]],
      [ir.subtract(1, x), [8, 2, 1, -1, -8]],
      [ir.multiply(x, -2), [14, 2, -0, -4, -18]],
      [ir.divide(x, 4), [-1.75, -0.25, 0, 0.5, 2.25]],
      [ir.maximum(x, 1), [1, 1, 1, 2, 9]],
      [ir.minimum(1, x), [-7, -1, 0, 1, 1]],
      [ir.power(x, 2), [49, 1, 0, 4, 81]],
      [ir.remainder(x, 4), [-3, -1, 0, 2, 1]],
      [ir.greater(x, 0), [0, 0, 0, 1, 1]],
      [ir.lessOrEqual(x, 0), [1, 1, 1, 0, 0]],
      [ir.where(ir.less(x, 0), ir.negate(x), 5), [7, 1, 5, 5, 5]],
      [ir.cast(ir.not(ir.equal(x, 2)), "int32"), [1, 1, 1, 0, 1]],
      [ir.xor(ir.greater(x, -2), ir.greater(x, 1)), [0, 1, 1, 0, 0]],
    ];
    for (const [value, wanted] of expected) assert.deepEqual((await numbers.of(value)).numbers, wanted);
  });

  it("fold known numbers, and drop operators that change nothing", () => {
    const { graph } = new Numbers();
    const x = graph.input("x", "float32", [2]);
    const [two, three] = [graph.uniform(2, [2]), graph.uniform(3, [2])];
    assert.deepEqual(ir.multiply(two, three).source, { kind: "uniform", value: 6 });
    for (const same of [
      ir.add(x, 0),
      ir.add(0, x),
      ir.subtract(x, 0),
      ir.multiply(1, x),
      ir.divide(x, 1),
      ir.power(x, 1),
    ])
      assert.equal(same, x);
    for (const changed of [
      ir.subtract(0, x),
      ir.subtract(x, 1),
      ir.add(x, 1),
      ir.divide(1, x),
      ir.power(1, x),
      ir.multiply(x, 0),
      ir.maximum(x, 0),
      ir.minimum(x, 1),
    ])
      assert.equal(operatorsOf(changed).length, 1);
  });

  it("folding never changes the shape: what is left out is broadcast all the same", async () => {
    const numbers = new Numbers();
    const x = numbers.range(2, 1);
    const zeros = numbers.graph.uniform(0, [2, 3]);
    assert.deepEqual(await numbers.of(ir.add(x, zeros)), { numbers: [0, 0, 0, 1, 1, 1], shape: [2, 3] });
  });

  it("run before a broadcast instead of after it", async () => {
    const numbers = new Numbers();
    const x = broadcastTo(numbers.range(2, 1), [2, 3]);
    const value = ir.exp(x);
    assert.deepEqual(operatorsOf(value), ["Exp", "Expand"]);
    assert.deepEqual(operatorsOf(ir.add(x, numbers.range(3))), ["Add"], "the operator broadcasts by itself");
    const { numbers: found, shape } = await numbers.of(value);
    assert.deepEqual(shape, [2, 3]);
    assert.deepEqual(
      found.map((each) => each.toFixed(4)),
      [1, 1, 1, Math.E, Math.E, Math.E].map((each) => each.toFixed(4)),
    );
  });

  it("on two numbers alone belong to no graph", () => {
    assert.throws(() => ir.add(1, 2), /two numbers belongs to no graph/);
  });

  it("select with operands that all broadcast", async () => {
    const numbers = new Numbers();
    const condition = ir.greater(numbers.range(2, 1), 0);
    const chosen = ir.where(condition, numbers.range(3), numbers.graph.uniform(9, [2, 3]));
    assert.deepEqual(await numbers.of(chosen), { numbers: [9, 9, 9, 0, 1, 2], shape: [2, 3] });
  });
});

describe("a cast", () => {
  it("of known numbers is made at once: towards zero for whole ones, 0 or 1 for truth", () => {
    const { graph } = new Numbers();
    const cast = (value: number, dtype: "int32" | "bool") => ir.cast(graph.uniform(value), dtype).source;
    assert.deepEqual(cast(-2.7, "int32"), { kind: "uniform", value: -2 });
    assert.deepEqual(cast(-2.7, "bool"), { kind: "uniform", value: 1 });
    assert.deepEqual(cast(0, "bool"), { kind: "uniform", value: 0 });
  });

  it("to the same type is the value itself", () => {
    const x = new Numbers().range(2);
    assert.equal(ir.cast(x, "float32"), x);
  });

  it("in ONNX Runtime agrees with that of known numbers", async () => {
    const numbers = new Numbers();
    const x = numbers.input(Float32Array.of(-2.7, 0, 2.7));
    assert.deepEqual((await numbers.of(ir.cast(x, "int32"))).numbers, [-2, 0, 2]);
    assert.deepEqual((await numbers.of(ir.cast(x, "bool"))).numbers, [1, 0, 1]);
  });
});

describe("axes added at the end", () => {
  it("let a vector select whole rows", () => {
    const x = new Numbers().range(2);
    assert.deepEqual(ir.leadingAxes(x, 3).shape, [2, 1, 1]);
    assert.equal(ir.leadingAxes(x, 1), x);
  });
});
