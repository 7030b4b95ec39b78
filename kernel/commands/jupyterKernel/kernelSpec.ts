import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { memorySettings } from "../../session/memorySettings.js";

/** In the metadata of what we install: the folder is ours, to overwrite and to remove. */
export const marker = "aen-notebook";

/** How the kernel that Jupyter starts treats cells. */
export interface KernelSettings {
  readonly typeErrors?: "stop" | "warn";
}

/** The kernelspec: what Jupyter starts, and its name. Interrupts come as messages, so that Windows needs no signals. */
export function kernelSpec({ typeErrors = "stop" }: KernelSettings = {}): Record<string, unknown> {
  const runsFromSources = import.meta.url.endsWith(".ts");
  const entry = new URL(`../../protocol/jupyterEntry.${runsFromSources ? "ts" : "js"}`, import.meta.url);
  return {
    argv: [
      process.execPath,
      ...(runsFromSources ? ["--import", "tsx"] : []),
      fileURLToPath(entry),
      "{connection_file}",
      ...(typeErrors === "warn" ? ["--type-errors", "warn"] : []),
    ],
    display_name: "AEN (TypeScript)",
    language: "typescript",
    interrupt_mode: "message",
    // VS Code's executable acts as Node only if told to
    env: { ...memorySettings, ...(process.env["ELECTRON_RUN_AS_NODE"] ? { ELECTRON_RUN_AS_NODE: "1" } : {}) },
    metadata: { debugger: false, installed_by: marker },
  };
}

/** Whether a file in a folder of ours is what a kill has left while another was written (kernel/files). */
export function isLeftover(name: string): boolean {
  return name.endsWith(".partial");
}

/** Whether a kernel's folder is ours, by the marker; the first version had none, but starts our entry. */
export function isOurKernel(folder: string): boolean {
  try {
    const spec = JSON.parse(readFileSync(path.join(folder, "kernel.json"), "utf8")) as {
      argv?: unknown;
      metadata?: Record<string, unknown>;
    };
    if (spec.metadata?.installed_by === marker) return true;
    const entry = Array.isArray(spec.argv) ? String(spec.argv.at(-2)).replaceAll("\\", "/") : "";
    return /\/kernel\/protocol\/jupyterEntry\.[jt]s$/.test(entry);
  } catch {
    return false;
  }
}
