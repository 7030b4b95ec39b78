import { createHash } from "node:crypto";
import * as ort from "../run/onnxRuntime.js";
import { sessionOptions, type SessionRequest } from "../run/session.js";
import { cachePlace } from "./cacheFolder.js";
import { StepCache } from "./stepCache.js";

/** Smaller graphs open faster than they are looked up. */
const smallestKept = 200;

/** Changes when the files of older versions of this module cannot be used any more. */
const layout = 1;

/**
 * Opens a session as `openSession` does. The graph as ONNX Runtime has simplified it is kept on disk and, next time,
 * opened without simplifying it anew, which is most of the work. A file that does not open is replaced.
 */
export async function openCachedSession(
  request: SessionRequest,
  cache = defaultCache(),
): Promise<ort.InferenceSession> {
  assertSupported(request.provider);
  const options = sessionOptions(request);
  const { bytes, nodeCount } = request.model;
  if (!cache || nodeCount < smallestKept) return ort.InferenceSession.create(bytes, options);
  const key = keyOf(request);
  const kept = await cache.read(key);
  const session = kept && (await reopened(kept, options));
  if (session) return session;
  if (kept) await cache.remove(key);
  return cache.write(key, (file) =>
    ort.InferenceSession.create(bytes, file === "" ? options : { ...options, optimizedModelFilePath: file }),
  );
}

/** ONNX Runtime would leave a provider out that it lacks, and compute on the processor without saying so. */
function assertSupported(provider: SessionRequest["provider"]): void {
  if (provider === "cpu" || provider === "cuda") return;
  const supported = ort.listSupportedBackends().map(({ name }) => name as string);
  if (supported.includes(provider)) return;
  throw new Error(`ONNX Runtime for this system comes without ${provider}`);
}

function defaultCache(): StepCache | undefined {
  const place = cachePlace();
  return place && new StepCache(place);
}

async function reopened(
  kept: Uint8Array,
  options: ort.InferenceSession.SessionOptions,
): Promise<ort.InferenceSession | undefined> {
  const asIs = { ...options, graphOptimizationLevel: "disabled", externalData: [] } as const;
  return ort.InferenceSession.create(kept, asIs).catch(() => undefined);
}

/** Tells apart whatever may lead to another file: the graph with its constants, ONNX Runtime, system, device, options. */
export function keyOf({ model, provider }: SessionRequest, version: string = runtimeVersion()): string {
  const { graphOptimizationLevel } = sessionOptions({ model, provider });
  const surroundings = [layout, version, process.platform, process.arch, provider, graphOptimizationLevel];
  const hash = createHash("sha256").update(JSON.stringify(surroundings)).update(model.bytes);
  for (const { path, data } of model.external) hash.update(path).update(data);
  return hash.digest("hex");
}

function runtimeVersion(): string {
  return ort.env.versions.node ?? ort.env.versions.common;
}
