import assert from "node:assert/strict";
import { broadcastTo } from "../../../../kernel/engine/ir/shapes.js";
import { arg, reduce, reducedShape, type Reduction } from "../../../../kernel/engine/ir/reduce.js";
import { Numbers, operatorsOf } from "./evaluate.js";

const ofRows: Readonly<Record<Reduction, readonly number[]>> = {
  ReduceSum: [-2, 6],
  ReduceMean: [-1, 3],
  ReduceMax: [1, 4],
  ReduceMin: [-3, 2],
  ReduceProd: [-3, 8],
};

describe("a reduced shape", () => {
  it("loses its axes, or keeps them with length one", () => {
    assert.deepEqual(reducedShape([2, 3, 4], [0, 2], false), [3]);
    assert.deepEqual(reducedShape([2, 3, 4], [0, 2], true), [1, 3, 1]);
    assert.deepEqual(reducedShape([2], [], false), [2]);
  });
});

describe("a reduction", () => {
  for (const [reduction, expected] of Object.entries(ofRows)) {
    it(`${reduction} is that of each row`, async () => {
      const numbers = new Numbers();
      const x = numbers.input(Float32Array.of(-3, 1, 2, 4), [2, 2]);
      const value = reduce(reduction as Reduction, x, [1]);
      assert.deepEqual(await numbers.of(value), { numbers: [...expected], shape: [2] });
      assert.deepEqual((await numbers.of(reduce(reduction as Reduction, x, [1], true))).shape, [2, 1]);
    });

    it(`${reduction} of equal numbers is the same as if each were there`, async () => {
      const numbers = new Numbers();
      const spelled = numbers.input(new Float32Array(6).fill(-2), [2, 3]);
      const uniform = numbers.graph.uniform(-2, [2, 3]);
      const broadcast = broadcastTo(numbers.input(Float32Array.of(-2, -2), [2, 1]), [2, 3]);
      for (const axes of [[1], [0, 1]]) {
        const { numbers: expected, shape } = await numbers.of(reduce(reduction as Reduction, spelled, axes));
        for (const x of [uniform, broadcast]) {
          assert.deepEqual(await numbers.of(reduce(reduction as Reduction, x, axes)), {
            numbers: expected,
            shape,
          });
        }
      }
    });

    it(`${reduction} over an axis of length one leaves the elements as they are, without an operator`, () => {
      const x = new Numbers().range(2, 1);
      assert.deepEqual(operatorsOf(reduce(reduction as Reduction, x, [1])), ["Reshape"]);
      assert.equal(reduce(reduction as Reduction, x, []), x);
    });
  }

  it("of a broadcast sums what was there before, times how often it is repeated", () => {
    const numbers = new Numbers();
    const x = broadcastTo(numbers.range(2, 1), [2, 100]);
    assert.ok(!operatorsOf(reduce("ReduceSum", x, [1])).includes("Expand"));
    assert.ok(
      operatorsOf(reduce("ReduceSum", x, [0])).includes("ReduceSum"),
      "not along an axis with numbers of its own",
    );
  });
});

describe("the place of the greatest or smallest element", () => {
  it("is that of the first, as a whole number", async () => {
    const numbers = new Numbers();
    const x = numbers.input(Float32Array.of(1, 5, 5, 0, 0, 2), [2, 3]);
    const greatest = arg("ArgMax", x, 1);
    assert.equal(greatest.dtype, "int64");
    assert.deepEqual(await numbers.of(greatest), { numbers: [1, 2], shape: [2] });
    assert.deepEqual(await numbers.of(arg("ArgMin", x, 1, true)), { numbers: [0, 0], shape: [2, 1] });
  });
});
