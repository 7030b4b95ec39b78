import assert from "node:assert/strict";
import {
  Graph,
  neededNodes,
  operation,
  producer,
  sameShape,
  sizeOf,
} from "../../../../kernel/engine/ir/graph.js";

const float = (...shape: number[]) => ({ dtype: "float32" as const, shape });

describe("a graph under construction", () => {
  it("shares equal operators on equal operands, and only those", () => {
    const graph = new Graph();
    const [x, y] = [graph.input("x", "float32", [2]), graph.input("y", "float32", [2])];
    const sum = operation("Add", [x, y], float(2));
    assert.equal(operation("Add", [x, y], float(2)), sum);
    assert.notEqual(operation("Add", [y, x], float(2)), sum);
    assert.notEqual(operation("Sub", [x, y], float(2)), sum);
    assert.notEqual(operation("Add", [x, y], float(2), { axis: 1 }), sum);
    assert.notEqual(operation("Add", [x, y], float(2), {}, "com.microsoft"), sum);
  });

  it("shares equal constants, and keeps types, shapes and the sign of zero apart", () => {
    const graph = new Graph();
    const data = () => Float32Array.of(1, 2);
    const known = graph.constant(data(), [2], "float32");
    assert.equal(graph.constant(data(), [2], "float32"), known);
    assert.notEqual(graph.constant(data(), [1, 2], "float32"), known);
    assert.notEqual(graph.constant(Int32Array.of(1, 2), [2], "int32"), known);
    assert.notEqual(graph.uniform(0), graph.uniform(-0));
    assert.equal(graph.uniform(0.1), graph.uniform(Math.fround(0.1)));
  });

  it("tells large constants apart by their array, without comparing their numbers", () => {
    const graph = new Graph();
    const large = Float32Array.from({ length: 5000 }, (_, i) => i);
    const known = graph.constant(large, [5000], "float32");
    assert.equal(graph.constant(large, [5000], "float32"), known);
    assert.notEqual(graph.constant(large.slice(), [5000], "float32"), known);
  });

  it("stores no tensor whose elements are all equal", () => {
    const graph = new Graph();
    const sourceOf = (...data: number[]) =>
      graph.constant(Float32Array.from(data), [data.length], "float32").source;
    assert.deepEqual(sourceOf(3, 3, 3), { kind: "uniform", value: 3 });
    assert.deepEqual(sourceOf(NaN, NaN), { kind: "uniform", value: NaN });
    assert.deepEqual(sourceOf(), { kind: "uniform", value: 0 });
    assert.equal(sourceOf(0, -0).kind, "data");
  });

  it("names its inputs in their order", () => {
    const graph = new Graph();
    graph.input("b", "float32", []);
    graph.input("a", "int32", [1]);
    assert.deepEqual(
      graph.inputs.map(({ source }) => source),
      [
        { kind: "input", name: "b" },
        { kind: "input", name: "a" },
      ],
    );
  });

  it("needs only the operators behind its outputs, each after those it depends on, each once", () => {
    const graph = new Graph();
    const x = graph.input("x", "float32", [2]);
    const left = operation("Exp", [x], float(2));
    const right = operation("Log", [x], float(2));
    const both = operation("Add", [left, right], float(2));
    const last = operation("Mul", [both, left], float(2));
    operation("Unused", [x], float(2));
    assert.deepEqual(
      neededNodes([last, left]).map(({ operator }) => operator),
      ["Exp", "Log", "Add", "Mul"],
    );
  });

  it("finds the needed operators of a chain far longer than the call stack", () => {
    const graph = new Graph();
    let x = graph.input("x", "float32", []);
    for (let i = 0; i < 50_000; i++) x = operation("Neg", [x], float());
    assert.equal(neededNodes([x]).length, 50_000);
  });

  it("passes over operands that are left out", () => {
    const graph = new Graph();
    const x = graph.input("x", "float32", [2]);
    const clipped = operation("Clip", [x, null, graph.uniform(1)], float(2));
    assert.deepEqual(
      neededNodes([clipped]).map(({ operator }) => operator),
      ["Clip"],
    );
    assert.equal(producer(clipped, "Clip")?.inputs[1], null);
    assert.equal(producer(clipped, "Add"), undefined);
    assert.equal(producer(x, "Clip"), undefined);
  });
});

describe("shapes", () => {
  it("have a size: the product of their lengths, 1 for a scalar", () => {
    assert.deepEqual([sizeOf([]), sizeOf([2, 3]), sizeOf([2, 0, 3])], [1, 6, 0]);
  });

  it("are the same when all lengths are", () => {
    assert.ok(sameShape([2, 3], [2, 3]) && sameShape([], []));
    assert.ok(!sameShape([2, 3], [3, 2]) && !sameShape([2], [2, 1]));
  });
});
