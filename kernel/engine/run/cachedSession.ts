import { createHash } from "node:crypto";
import { cachePlace } from "../cache/cacheFolder.js";
import { StepCache } from "../cache/stepCache.js";
import * as ort from "./onnxRuntime.js";
import { sessionOptions, type SessionRequest } from "./session.js";

/** Opening a smaller graph is faster than looking it up in the cache. */
const smallestKept = 200;

/** Bump when files written by older versions of this module can no longer be used. */
const layout = 1;

/**
 * Opens a session like `openSession`, but caches the graph that ONNX Runtime has simplified on disk. The next time
 * it skips simplification, which is most of the work. A cached file that fails to open is replaced.
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

/** Without this check ONNX Runtime would skip a missing provider and silently compute on the processor. */
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

/** Covers everything the file depends on: the graph with its constants, ONNX Runtime, system, device, options. */
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
