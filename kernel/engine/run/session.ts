import { availableParallelism } from "node:os";
import * as ort from "onnxruntime-node";
import type { EncodedModel } from "../onnx/encode.js";

export type Provider = "cpu" | "webgpu" | "cuda" | "dml" | "coreml";

export interface SessionRequest {
  readonly model: EncodedModel;
  readonly provider: Provider;
  readonly profile?: string;
}

/** Opens an ONNX Runtime session on a model. */
export async function openSession({
  model,
  provider,
  profile,
}: SessionRequest): Promise<ort.InferenceSession> {
  const options: ort.InferenceSession.SessionOptions = {
    executionProviders: provider === "cpu" ? ["cpu"] : [provider, "cpu"],
    intraOpNumThreads: availableParallelism(),
    graphOptimizationLevel: "basic",
    logSeverityLevel: 3,
    externalData: model.external.map(({ path, data }) => ({ path, data })),
    enableMemPattern: false,
    extra: { session: { set_denormal_as_zero: "1", intra_op: { allow_spinning: "0" } } },
    ...(profile ? { enableProfiling: true, profileFilePrefix: profile } : {}),
  };
  return ort.InferenceSession.create(model.bytes, options);
}
