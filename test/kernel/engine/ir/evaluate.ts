import {
  Graph,
  neededNodes,
  type DataType,
  type TypedArray,
  type Value,
} from "../../../../kernel/engine/ir/graph.js";
import { encodeModel } from "../../../../kernel/engine/onnx/encode.js";
import * as ort from "../../../../kernel/engine/run/onnxRuntime.js";

/** Inputs of a graph with the numbers that they hold. */
export class Numbers {
  readonly graph = new Graph();
  readonly #feeds: Record<string, ort.Tensor> = {};

  input(data: TypedArray, shape: readonly number[] = [data.length], dtype: DataType = "float32"): Value {
    const name = `in${this.graph.inputs.length}`;
    this.#feeds[name] = new ort.Tensor(dtype as "float32", data as Float32Array, [...shape]);
    return this.graph.input(name, dtype, shape);
  }

  /** 0, 1, 2, ... in a shape. */
  range(...shape: number[]): Value {
    const size = shape.reduce((a, b) => a * b, 1);
    return this.input(
      Float32Array.from({ length: size }, (_, i) => i),
      shape,
    );
  }

  /** What ONNX Runtime computes for a value: its numbers and the shape that it really has. */
  async of(value: Value): Promise<{ numbers: number[]; shape: readonly number[] }> {
    const inputs = this.graph.inputs;
    const { bytes } = encodeModel({
      name: "test",
      inputs,
      outputs: [{ name: "out", value }],
      standalone: true,
    });
    const session = await ort.InferenceSession.create(bytes, { logSeverityLevel: 4 });
    const { out } = await session.run(this.#feeds);
    await session.release();
    return { numbers: Array.from(out.data as Float32Array, Number), shape: out.dims };
  }
}

/** The operators that a value needs, in order. */
export function operatorsOf(...values: Value[]): string[] {
  return neededNodes(values).map(({ operator }) => operator);
}
