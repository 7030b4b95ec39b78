import type { Device } from "../engine/contract.js";
import { type Finding, needed, ready } from "./finding.js";

/** Checks ONNX Runtime and the devices that it can use here. */
export async function checkEngine(): Promise<Finding[]> {
  try {
    const runtime = await import("../engine/run/onnxRuntime.js");
    const { chooseDevice, devices } = await import("../engine/devices.js");
    const chosen = await chooseDevice();
    const found = (await devices()).filter(({ device }) => device !== "tensorflow");
    const version = runtime.env.versions.node ?? "";
    return [
      ready("Engine", `ONNX Runtime ${version}; "auto" uses ${chosen.device} (${chosen.name})`),
      ...found.map(deviceFinding),
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    const remedy = "Run `npm ci` again; on Linux it needs glibc 2.28 or newer.";
    return [needed("Engine", `ONNX Runtime does not load: ${reason}`, remedy)];
  }
}

/** One line per device: its name and memory, and how it is used or why it is not. */
export function deviceFinding({ device, name, memory, usable, note }: Device): Finding {
  const size = memory === undefined ? "" : `, ${(memory / 2 ** 30).toFixed(1)} GiB`;
  const subject = `  ${device}`;
  if (usable) return ready(subject, `${name}${size}: ${note}`);
  return { subject, state: "missing", detail: `${name}${size}: not usable`, remedy: note };
}
