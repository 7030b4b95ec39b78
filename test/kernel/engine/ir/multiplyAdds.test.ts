import assert from "node:assert/strict";
import * as ir from "../../../../kernel/engine/ir/elementwise.js";
import { operation } from "../../../../kernel/engine/ir/graph.js";
import { batchedProduct, gemm } from "../../../../kernel/engine/ir/matmul.js";
import { multiplyAdds } from "../../../../kernel/engine/ir/multiplyAdds.js";
import { Numbers } from "./evaluate.js";

describe("the multiply-adds of a graph", () => {
  const numbers = new Numbers();
  const dtype = "float32" as const;

  it("of a matrix product are rows x inner length x columns, also with an operand turned", () => {
    assert.equal(multiplyAdds([gemm(numbers.range(3, 4), numbers.range(4, 5))]), 3 * 4 * 5);
    const turned = gemm(numbers.range(4, 3), numbers.range(5, 4), { transposeA: true, transposeB: true });
    assert.equal(multiplyAdds([turned]), 3 * 4 * 5);
  });

  it("of a stack of matrix products are those of one times their number", () => {
    const product = batchedProduct(numbers.range(2, 6, 3, 4), numbers.range(2, 6, 4, 5));
    assert.equal(multiplyAdds([product]), 2 * 6 * (3 * 4 * 5));
  });

  it("of a convolution in groups are output elements x kernel x input channels of a group", () => {
    const operands = [numbers.range(1, 8, 5, 5), numbers.range(16, 4, 3, 3)];
    const convolved = operation("Conv", operands, { dtype, shape: [1, 16, 3, 3] }, { group: 2 });
    assert.equal(multiplyAdds([convolved]), 16 * 3 * 3 * (3 * 3 * 4));
  });

  it("of an Einstein summation are one per combination of its labels", () => {
    const operands = [numbers.range(2, 3, 4), numbers.range(2, 4, 5)];
    const summed = operation("Einsum", operands, { dtype, shape: [2, 3, 5] }, { equation: "bij,bjk -> bik" });
    assert.equal(multiplyAdds([summed]), 2 * 3 * 4 * 5);
  });

  it("leave out what works element by element, what no output needs, and count what is shared once", () => {
    const [a, b] = [numbers.range(3, 4), numbers.range(4, 5)];
    const product = gemm(a, b);
    gemm(a, numbers.range(4, 50));
    assert.equal(multiplyAdds([ir.exp(product), ir.add(product, gemm(a, b))]), 3 * 4 * 5);
  });
});
