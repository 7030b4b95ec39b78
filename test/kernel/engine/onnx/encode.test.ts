import assert from "node:assert/strict";
import onnxProto from "onnx-proto";
import * as ir from "../../../../kernel/engine/ir/elementwise.js";
import { constant } from "../../../../kernel/engine/ir/shapes.js";
import { Graph, operation } from "../../../../kernel/engine/ir/graph.js";
import { encodeModel, type EncodedModel, type ModelOptions } from "../../../../kernel/engine/onnx/encode.js";
import * as ort from "../../../../kernel/engine/run/onnxRuntime.js";

const decode = ({ bytes }: EncodedModel) => onnxProto.onnx.ModelProto.decode(bytes);

function encoded(outputs: ModelOptions["outputs"], options: Partial<ModelOptions> = {}): EncodedModel {
  return encodeModel({ name: "test", inputs: outputs[0].value.graph.inputs, outputs, ...options });
}

async function run({ bytes, external }: EncodedModel, x: number[]): Promise<Record<string, number[]>> {
  const externalData = external.map(({ path, data }) => ({ path, data }));
  const session = await ort.InferenceSession.create(bytes, { logSeverityLevel: 4, externalData });
  const results = await session.run({ x: new ort.Tensor("float32", Float32Array.from(x), [x.length]) });
  await session.release();
  return Object.fromEntries(
    Object.entries(results).map(([name, { data }]) => [name, Array.from(data as Float32Array)]),
  );
}

describe("a graph encoded as ONNX", () => {
  it("is a model of opset 20 with the names and types of its inputs and outputs", () => {
    const x = new Graph().input("x", "float32", [2, 3]);
    const { graph, opsetImport, producerName } = decode(
      encoded([{ name: "truth", value: ir.greater(x, 0) }]),
    );
    assert.equal(producerName, "aen-notebook");
    assert.deepEqual(
      opsetImport.map(({ domain, version }) => [domain, Number(version)]),
      [
        ["", 20],
        ["com.microsoft", 1],
      ],
    );
    const typed = [...graph!.input!, ...graph!.output!].map(({ name, type }) => ({
      name,
      elements: type!.tensorType!.elemType,
      shape: type!.tensorType!.shape!.dim!.map(({ dimValue }) => Number(dimValue)),
    }));
    assert.deepEqual(typed, [
      { name: "x", elements: 1, shape: [2, 3] },
      { name: "truth", elements: 9, shape: [2, 3] },
    ]);
  });

  it("holds only the operators that its outputs need", () => {
    const x = new Graph().input("x", "float32", [2]);
    ir.log(x);
    const model = encoded([{ name: "y", value: ir.exp(x) }]);
    assert.deepEqual(
      decode(model).graph!.node!.map(({ opType }) => opType),
      ["Exp"],
    );
    assert.equal(model.nodeCount, 1);
  });

  it("gives outputs that are inputs, constants or the same value twice under each of their names", async () => {
    const graph = new Graph();
    const x = graph.input("x", "float32", [2]);
    const twice = ir.add(x, x);
    const outputs = await run(
      encoded([
        { name: "same", value: x },
        { name: "one", value: twice },
        { name: "other", value: twice },
        { name: "constant", value: constant(x, Float32Array.of(7, 8)) },
        { name: "uniform", value: graph.uniform(3, [2]) },
      ]),
      [1, 2],
    );
    assert.deepEqual(outputs, {
      same: [1, 2],
      one: [2, 4],
      other: [2, 4],
      constant: [7, 8],
      uniform: [3, 3],
    });
  });

  it("keeps large constants outside of the protobuf, without copying them, but for a file that stands alone", async () => {
    const x = new Graph().input("x", "float32", [1000]);
    const numbers = Float32Array.from({ length: 1000 }, (_, i) => i);
    const outputs = [{ name: "y", value: ir.add(x, constant(x, numbers)) }];
    const outside = encoded(outputs);
    assert.equal(outside.external.length, 1);
    assert.equal(outside.external[0].data.buffer, numbers.buffer);
    assert.ok(outside.bytes.length < 1000);
    const alone = encoded(outputs, { standalone: true });
    assert.deepEqual(alone.external, []);
    assert.ok(alone.bytes.length > 4000);
    const given = Array.from({ length: 1000 }, () => 1);
    assert.deepEqual(await run(outside, given), await run(alone, given));
    assert.equal((await run(alone, given)).y[999], 1000);
  });

  it("makes large tensors of equal elements when they are needed instead of storing them", async () => {
    const x = new Graph().input("x", "float32", [1]);
    const model = encoded(
      [
        {
          name: "y",
          value: operation(
            "Concat",
            [x, x.graph.uniform(5, [5000])],
            { dtype: "float32", shape: [5001] },
            { axis: 0 },
          ),
        },
      ],
      { standalone: true },
    );
    assert.ok(model.bytes.length < 1000, `${model.bytes.length} bytes`);
    const { y } = await run(model, [1]);
    assert.deepEqual([y.length, y[0], y[1], y[5000]], [5001, 1, 5, 5]);
  });

  it("writes attributes as what they are: whole numbers, texts, lists, decimals", () => {
    const x = new Graph().input("x", "float32", [2]);
    const attributes = { axis: 3, mode: "linear", perm: [1, 0], alpha: { float: 0.5 } };
    const value = operation(
      "Anything",
      [x, null, x],
      { dtype: "float32", shape: [2] },
      attributes,
      "com.microsoft",
    );
    const [node] = decode(encoded([{ name: "y", value }])).graph!.node!;
    assert.deepEqual([node.domain, node.input], ["com.microsoft", ["x", "", "x"]]);
    const [axis, mode, perm, alpha] = node.attribute!;
    assert.deepEqual([axis.type, Number(axis.i)], [2, 3]);
    assert.deepEqual([mode.type, new TextDecoder().decode(mode.s!)], [3, "linear"]);
    assert.deepEqual([perm.type, perm.ints!.map(Number)], [7, [1, 0]]);
    assert.deepEqual([alpha.type, alpha.f], [1, 0.5]);
  });

  it("stores numbers of every element type so that ONNX Runtime reads them", async () => {
    for (const [dtype, value, expected] of [
      ["float64", 0.1, 0.1],
      ["int64", -3, -3n],
      ["int32", 7, 7],
      ["uint8", 250, 250],
      ["bool", 1, 1],
    ] as const) {
      const graph = new Graph();
      const x = graph.input("x", "float32", [1]);
      const { bytes } = encodeModel({
        name: "test",
        inputs: [x],
        outputs: [{ name: "y", value: graph.uniform(value, [2], dtype) }],
      });
      const session = await ort.InferenceSession.create(bytes, { logSeverityLevel: 4 });
      const { y } = await session.run({ x: new ort.Tensor("float32", Float32Array.of(0), [1]) });
      await session.release();
      assert.deepEqual([y.type, ...(y.data as Float64Array)], [dtype, expected, expected]);
    }
  });

  it("carries texts, and the end of a run before all other outputs", () => {
    const x = new Graph().input("x", "float32", [2]);
    const options = { metadata: { beta: "0.3" }, endOfRun: "the end" };
    const { metadataProps, graph } = decode(encoded([{ name: "y", value: ir.exp(x) }], options));
    assert.deepEqual(
      metadataProps.map(({ key, value }) => [key, value]),
      [["beta", "0.3"]],
    );
    assert.deepEqual(
      graph!.output!.map(({ name }) => name),
      ["the end", "y"],
    );
    assert.ok(graph!.output![0].type!.sequenceType, "a sequence");
  });
});
