import type * as ort from "./onnxRuntime.js";
import { Graph, type DataType } from "../ir/graph.js";
import { encodeModel } from "../onnx/encode.js";
import { openSession, type Provider } from "./session.js";

const sessions = new Map<string, Promise<ort.InferenceSession>>();

/**
 * Copies tensors to or from the device through a graph of Identity operators, because `getData()` on a device tensor
 * aborts the process in ONNX Runtime 1.30 for Node. The sessions stay open, since they own the device memory of
 * the tensors they have copied; there is one per list of types and shapes.
 */
export async function transfer(
  tensors: readonly ort.Tensor[],
  provider: Provider,
  location: "cpu" | "gpu-buffer",
): Promise<ort.Tensor[]> {
  if (tensors.length === 0) return [];
  const key = `${provider} ${location} ${tensors.map(({ type, dims }) => `${type}[${dims}]`)}`;
  const opening = sessions.get(key) ?? open(tensors, provider, location);
  sessions.set(key, opening);
  const session = await opening;
  const results = await session.run(Object.fromEntries(tensors.map((tensor, i) => [`in${i}`, tensor])));
  return tensors.map((_, i) => results[`out${i}`]);
}

function open(tensors: readonly ort.Tensor[], provider: Provider, outputLocation: "cpu" | "gpu-buffer") {
  const graph = new Graph({ provider });
  const inputs = tensors.map((tensor, i) => graph.input(`in${i}`, tensor.type as DataType, tensor.dims));
  const outputs = inputs.map((value, i) => ({ name: `out${i}`, value }));
  return openSession({ model: encodeModel({ name: "transfer", inputs, outputs }), provider, outputLocation });
}
