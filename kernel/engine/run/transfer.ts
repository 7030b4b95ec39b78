import * as ort from "onnxruntime-node";
import { Graph, type DataType } from "../ir/graph.js";
import { encodeModel } from "../onnx/encode.js";
import { openSession, type Provider } from "./session.js";

/**
 * Copies tensors to the device or back, by a graph of Identity operators: `getData()` of a tensor on the device
 * aborts the process in ONNX Runtime 1.30 for Node.
 */
export async function transfer(
  tensors: readonly ort.Tensor[],
  provider: Provider,
  location: "cpu" | "gpu-buffer",
): Promise<ort.Tensor[]> {
  if (tensors.length === 0) return [];
  const graph = new Graph({ provider });
  const inputs = tensors.map((tensor, i) => graph.input(`in${i}`, tensor.type as DataType, tensor.dims));
  const outputs = inputs.map((value, i) => ({ name: `out${i}`, value }));
  const model = encodeModel({ name: "transfer", inputs, outputs });
  const session = await openSession({ model, provider, outputLocation: location });
  try {
    const results = await session.run(Object.fromEntries(tensors.map((tensor, i) => [`in${i}`, tensor])));
    return tensors.map((_, i) => results[`out${i}`]);
  } finally {
    await session.release();
  }
}
