import { type Finding, needed, ready } from "./finding.js";

/** ONNX Runtime and the execution providers that this build of it carries. */
export async function checkEngine(): Promise<Finding> {
  try {
    const runtime = await import("onnxruntime-node");
    const providers = runtime.listSupportedBackends().map(({ name }) => name);
    return ready("Engine", `ONNX Runtime ${runtime.env.versions.node ?? ""} with ${providers.join(", ")}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    return needed(
      "Engine",
      `ONNX Runtime does not load: ${reason}`,
      "Run `npm ci` again; on Linux it needs glibc 2.28 or newer.",
    );
  }
}
