import { availableParallelism } from "node:os";
import * as ort from "./onnxRuntime.js";
import type { EncodedModel } from "../onnx/encode.js";

/** Execution providers of ONNX Runtime, by the names that sessions take. */
export type Provider = "cpu" | "webgpu" | "cuda" | "dml" | "coreml";

type OutputLocation = "cpu" | "gpu-buffer";

export interface SessionRequest {
  readonly model: EncodedModel;
  readonly provider: Provider;
  /** Begins the names of the files that ONNX Runtime's profile is written to. */
  readonly profile?: string;
  /** @default as many as there are processors */
  readonly threads?: number;
  /** Where outputs are left, all of them or by name; in main memory unless given. */
  readonly outputLocation?: OutputLocation | Readonly<Record<string, OutputLocation>>;
}

/**
 * Opens an ONNX Runtime session on a model.
 * @throws Error when this system's ONNX Runtime lacks the provider, in whose place it would compute on the processor
 */
export async function openSession(request: SessionRequest): Promise<ort.InferenceSession> {
  if (!ort.listSupportedBackends().some(({ name }) => name === request.provider)) {
    throw new Error(`ONNX Runtime for this system comes without ${request.provider}`);
  }
  return ort.InferenceSession.create(request.model.bytes, sessionOptions(request));
}

/**
 * Idle threads sleep instead of spinning, so that a busy machine stays usable. Memory of intermediate values is not
 * planned ahead, which would take more of it, but kept from one run to the next: fetched from the system anew, the
 * full-size step takes a third longer. Numbers too small to matter count as zero, which would slow arithmetic down.
 */
export function sessionOptions(request: SessionRequest): ort.InferenceSession.SessionOptions {
  const { model, provider, profile, threads, outputLocation } = request;
  return {
    executionProviders: provider === "cpu" ? ["cpu"] : [provider, "cpu"],
    intraOpNumThreads: threads ?? availableParallelism(),
    graphOptimizationLevel: "basic",
    logSeverityLevel: 3,
    enableMemPattern: false,
    externalData: model.external.map(({ path, data }) => ({ path, data })),
    extra: { session: { set_denormal_as_zero: "1", intra_op: { allow_spinning: "0" } } },
    ...(outputLocation && provider === "webgpu" ? { preferredOutputLocation: outputLocation } : {}),
    ...(profile ? { enableProfiling: true, profileFilePrefix: profile } : {}),
  };
}
