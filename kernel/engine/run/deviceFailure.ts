import type { Device } from "../contract.js";
import { messageOf } from "../../contracts/messageOf.js";

/** One sentence on why a device could not run a step. */
export function explainFailure(device: Device["device"], error: unknown): string {
  return `The device "${device}" cannot run this step: ${reasonOf(error)}.`;
}

/** The last sentence of an ONNX Runtime message, which begins with source positions. */
export function reasonOf(error: unknown): string {
  const text = messageOf(error);
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return (lines[0] ?? "unknown")
    .replace(/^.*?(was false\.|Status Message:|Error code:)\s*/, "")
    .replace(/\.$/, "");
}
