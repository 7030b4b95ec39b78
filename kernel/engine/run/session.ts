import { availableParallelism } from "node:os";
import * as ort from "./onnxRuntime.js";
import type { EncodedModel } from "../onnx/encode.js";

/** ONNX Runtime's execution providers, under the names that sessions accept. */
export type Provider = "cpu" | "webgpu" | "cuda" | "dml" | "coreml";

type OutputLocation = "cpu" | "gpu-buffer";

export interface SessionRequest {
  readonly model: EncodedModel;
  readonly provider: Provider;
  /** Path prefix of ONNX Runtime's profile files. */
  readonly profile?: string;
  /** @default the number of processors */
  readonly threads?: number;
  /** Where outputs are placed, all of them or by name; main memory by default. */
  readonly outputLocation?: OutputLocation | Readonly<Record<string, OutputLocation>>;
}

/**
 * Opens an ONNX Runtime session on a model.
 * @throws Error when this system's ONNX Runtime lacks the provider and would silently use the processor instead
 */
export async function openSession(request: SessionRequest): Promise<ort.InferenceSession> {
  if (!ort.listSupportedBackends().some(({ name }) => name === request.provider)) {
    throw new Error(`ONNX Runtime for this system comes without ${request.provider}`);
  }
  return ort.InferenceSession.create(request.model.bytes, sessionOptions(request));
}

/**
 * Threads that wait for work spin for 20 microseconds, then sleep. Without spinning, both threads of a process sometimes
 * shared a core for its whole life; with ONNX Runtime's own, longer spinning, a busy machine becomes slow. Memory for intermediate values is
 * not planned ahead, which would use more of it, but is kept between runs: allocating it from the system each time
 * makes the full-size step a third slower. Denormal numbers, which would slow down arithmetic, are flushed to zero.
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
    extra: {
      session: { set_denormal_as_zero: "1", intra_op: { allow_spinning: "1", spin_duration_us: "20" } },
    },
    ...(outputLocation && provider === "webgpu" ? { preferredOutputLocation: outputLocation } : {}),
    ...(profile ? { enableProfiling: true, profileFilePrefix: profile } : {}),
  };
}
