import assert from "node:assert/strict";
import fc from "fast-check";
import { batchedProduct, gemm, type ProductOptions } from "../../../../kernel/engine/ir/matmul.js";
import { Numbers, operatorsOf } from "./evaluate.js";

/** Element (row, column) of a matrix of consecutive numbers, stored turned where that is asked for. */
function element(rows: number, columns: number, turned: boolean, start: number) {
  return (row: number, column: number) => start + (turned ? column * rows + row : row * columns + column);
}

/** The product, by the definition, of a batch of matrices of consecutive numbers. */
function byDefinition(m: number, k: number, n: number, batches: [number, number][], options: ProductOptions) {
  return batches.flatMap(([a, b]) => {
    const left = element(m, k, options.transposeA ?? false, a * m * k);
    const right = element(k, n, options.transposeB ?? false, b * k * n);
    return Array.from({ length: m * n }, (_, at) => {
      let sum = 0;
      for (let i = 0; i < k; i++) sum += left(Math.floor(at / n), i) * right(i, at % n);
      return sum;
    });
  });
}

const length = fc.integer({ min: 1, max: 4 });
const options = fc.record({ transposeA: fc.boolean(), transposeB: fc.boolean() });
const stored = (rows: number, columns: number, turned?: boolean) =>
  turned ? [columns, rows] : [rows, columns];

describe("a matrix product", () => {
  it("is that of the definition, with either operand turned", async () => {
    await fc.assert(
      fc.asyncProperty(length, length, length, options, async (m, k, n, chosen) => {
        const numbers = new Numbers();
        const a = numbers.range(...stored(m, k, chosen.transposeA));
        const b = numbers.range(...stored(k, n, chosen.transposeB));
        const expected = { numbers: byDefinition(m, k, n, [[0, 0]], chosen), shape: [m, n] };
        assert.deepEqual(await numbers.of(gemm(a, b, chosen)), expected);
      }),
      { numRuns: 20 },
    );
  });

  it("adds a bias to each row", async () => {
    const numbers = new Numbers();
    const product = gemm(
      numbers.range(2, 2),
      numbers.range(2, 2),
      {},
      numbers.input(Float32Array.of(10, 20)),
    );
    assert.deepEqual((await numbers.of(product)).numbers, [12, 23, 16, 31]);
  });

  it("over no elements is zero, of no rows is empty", () => {
    const numbers = new Numbers();
    const empty = (...shape: number[]) => numbers.graph.input("none", "float32", shape);
    const nothing = gemm(empty(2, 0), empty(0, 3));
    assert.deepEqual([nothing.source, nothing.shape], [{ kind: "uniform", value: 0 }, [2, 3]]);
    assert.deepEqual(batchedProduct(empty(4, 0, 2), empty(4, 2, 3)).shape, [4, 0, 3]);
  });
});

describe("a product of stacks of matrices", () => {
  for (const [name, left, right, batches] of [
    [
      "matrix by matrix",
      [3],
      [3],
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    ],
    [
      "one for all on the right",
      [3],
      [1],
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
    ],
    [
      "one for all on the left",
      [1],
      [2],
      [
        [0, 0],
        [0, 1],
      ],
    ],
    [
      "leading axes that broadcast",
      [2, 1],
      [2],
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
    ],
  ] as const) {
    it(`multiplies ${name}, with either operand turned`, async () => {
      await fc.assert(
        fc.asyncProperty(length, length, length, options, async (m, k, n, chosen) => {
          const numbers = new Numbers();
          const a = numbers.range(...left, ...stored(m, k, chosen.transposeA));
          const b = numbers.range(...right, ...stored(k, n, chosen.transposeB));
          const { numbers: found, shape } = await numbers.of(batchedProduct(a, b, chosen));
          assert.deepEqual(
            found,
            byDefinition(
              m,
              k,
              n,
              batches.map(([x, y]) => [x, y]),
              chosen,
            ),
          );
          assert.deepEqual(shape.slice(-2), [m, n]);
        }),
        { numRuns: 8 },
      );
    });
  }

  it("with one matrix for all is a single product of two matrices", () => {
    const numbers = new Numbers();
    const product = batchedProduct(numbers.range(5, 2, 3), numbers.range(3, 4));
    assert.deepEqual(
      operatorsOf(product).filter((operator) => operator !== "Reshape"),
      ["Gemm"],
    );
    assert.deepEqual(product.shape, [5, 2, 4]);
  });
});
