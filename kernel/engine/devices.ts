import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, cpus, totalmem } from "node:os";
import { promisify } from "node:util";
import * as tf from "@tensorflow/tfjs-core";
import * as ort from "./run/onnxRuntime.js";
import { deviceNames, type Device } from "./contract.js";
import { reasonOf } from "./run/deviceFailure.js";
import { OnnxStep } from "./run/onnxStep.js";
import { findTensorflowPackage } from "./run/tensorflowBackend.js";

interface Graphics {
  readonly name: string;
  readonly memory?: number;
}

let found: Promise<Device[]> | undefined;

/**
 * The devices of this machine, fastest usable one first. A usable device has run a small test step; the result is
 * cached for the life of the process.
 */
export function devices(): Promise<Device[]> {
  return (found ??= discover());
}

/**
 * The device that "auto" resolves to: the one named by the environment variable AEN_DEVICE (which VS Code's setting
 * `aen.device` sets), else the first usable graphics card, else the processor.
 * @throws RangeError when AEN_DEVICE names an unknown device
 */
export async function chooseDevice(): Promise<Device> {
  const all = await devices();
  const wanted = process.env["AEN_DEVICE"] || "auto";
  if (wanted !== "auto") return named(wanted, all);
  const usable = all.filter(({ usable }) => usable);
  return usable.find(({ device }) => device !== "tensorflow") ?? usable[0];
}

function named(wanted: string, all: readonly Device[]): Device {
  const found = all.find(({ device }) => device === wanted);
  if (found) return found;
  const names = ["auto", ...deviceNames].join(", ");
  throw new RangeError(`AEN_DEVICE is "${wanted}". Expected one of: ${names}.`);
}

async function discover(): Promise<Device[]> {
  const graphics = await graphicsCards();
  const bundled = new Set(ort.listSupportedBackends().map(({ name }) => name));
  const [webgpu, cuda] = [await webgpuDevice(bundled, graphics), await cudaDevice(graphics)];
  const all = [cuda, webgpu, directml(bundled), coreml(bundled), processor(), tensorflow()];
  return [...all.filter(({ usable }) => usable), ...all.filter(({ usable }) => !usable)];
}

function processor(): Device {
  const threads = availableParallelism();
  const note = `ONNX Runtime's kernels on ${threads} ${threads === 1 ? "thread" : "threads"}.`;
  return { device: "cpu", name: cpus()[0]?.model ?? "processor", memory: totalmem(), usable: true, note };
}

async function webgpuDevice(bundled: ReadonlySet<string>, graphics: readonly Graphics[]): Promise<Device> {
  const card = graphics[0];
  const own = { device: "webgpu" as const, name: card?.name ?? "WebGPU", memory: card?.memory };
  if (!bundled.has("webgpu")) {
    return { ...own, usable: false, note: "ONNX Runtime for this system comes without WebGPU." };
  }
  if (isSoftwareRenderer()) {
    const note = "A software renderer (SwiftShader), not a graphics card: correct, but slower than the CPU.";
    return { ...own, name: "SwiftShader", memory: undefined, usable: false, note };
  }
  const failure =
    graphics.length > 0 || hasRenderNode() ? await probe("webgpu") : "no graphics card was found";
  if (failure === undefined)
    return { ...own, usable: true, note: "The graphics card through WebGPU (Vulkan, Metal or Direct3D 12)." };
  return {
    ...own,
    usable: false,
    note: `WebGPU found no adapter: ${failure}. Install the graphics card's driver with Vulkan.`,
  };
}

async function cudaDevice(graphics: readonly Graphics[]): Promise<Device> {
  const card = graphics.find(({ name }) => /nvidia|geforce|quadro|tesla|rtx|[ahl]\d{2,3}/i.test(name));
  const own = { device: "cuda" as const, name: card?.name ?? "CUDA", memory: card?.memory };
  const note = card
    ? "The CUDA parts of ONNX Runtime are not installed. WebGPU uses this card without them; to install them: " +
      "npm rebuild onnxruntime-node --ignore-scripts=false, with ONNXRUNTIME_NODE_INSTALL=cuda12 in the environment, " +
      "CUDA 12 and cuDNN 9."
    : "No NVIDIA card was found (nvidia-smi).";
  if (!card || !hasCudaProvider()) return { ...own, usable: false, note };
  const failure = await probe("cuda");
  if (failure === undefined) return { ...own, usable: true, note: "The NVIDIA card through CUDA." };
  return { ...own, usable: false, note: `CUDA does not start: ${failure}. It needs CUDA 12 and cuDNN 9.` };
}

function directml(bundled: ReadonlySet<string>): Device {
  const usable = process.platform === "win32" && bundled.has("dml");
  const note = usable ? "The graphics card through DirectML." : "DirectML is available only on Windows.";
  return { device: "directml", name: "DirectML", usable, note };
}

function coreml(bundled: ReadonlySet<string>): Device {
  const usable = process.platform === "darwin" && bundled.has("coreml");
  const note = usable ? "Apple's accelerators through Core ML." : "Core ML is available only on macOS.";
  return { device: "coreml", name: "Core ML", usable, note };
}

function tensorflow(): Device {
  const name = findTensorflowPackage()?.name;
  const note = name
    ? `Steps run eagerly on ${name}` + (name.endsWith("gpu") ? ", which needs CUDA 11.2 and cuDNN 8.1." : ".")
    : "Neither @tensorflow/tfjs-node-gpu (CUDA 11.2, cuDNN 8.1) nor @tensorflow/tfjs-node is installed; " +
      "with this device, steps run eagerly on the current tfjs backend.";
  return { device: "tensorflow", name: name ?? "TensorFlow", usable: name !== undefined, note };
}

/** Runs a small step; returns the reason if it fails. */
async function probe(device: "webgpu" | "cuda"): Promise<string | undefined> {
  const step = new OnnxStep({
    step: ({ x }) => ({ y: tf.mul(x, 2) }),
    state: [],
    name: "probe",
    seed: 0,
    device,
  });
  try {
    const { y } = await step.run({ x: 21 });
    return y.data[0] === 42 ? undefined : "it computes wrong numbers";
  } catch (error) {
    return reasonOf(error);
  } finally {
    await step.dispose();
  }
}

function isSoftwareRenderer(): boolean {
  const { VK_DRIVER_FILES, VK_ICD_FILENAMES } = process.env;
  return /swiftshader|lvp_icd|lavapipe/i.test(`${VK_DRIVER_FILES} ${VK_ICD_FILENAMES}`);
}

function hasRenderNode(): boolean {
  return process.platform !== "linux" || existsSync("/dev/dri") || existsSync("/dev/nvidia0");
}

function hasCudaProvider(): boolean {
  const require = createRequire(import.meta.url);
  const folder = require.resolve("onnxruntime-node/package.json").replace(/package\.json$/, "");
  const file =
    process.platform === "win32" ? "onnxruntime_providers_cuda.dll" : "libonnxruntime_providers_cuda.so";
  return existsSync(`${folder}bin/napi-v6/${process.platform}/${process.arch}/${file}`);
}

/** Names and memory of graphics cards, as reported by their drivers' tools; empty if there are none. */
async function graphicsCards(): Promise<Graphics[]> {
  const query = ["--query-gpu=name,memory.total", "--format=csv,noheader,nounits"];
  const lines = await output("nvidia-smi", query);
  const nvidia = lines.map((line) => line.split(",")).filter((fields) => fields.length === 2);
  if (nvidia.length > 0) {
    return nvidia.map(([name, mebibytes]) => ({ name: name.trim(), memory: Number(mebibytes) * 2 ** 20 }));
  }
  if (process.platform === "darwin") return [{ name: cpus()[0]?.model ?? "Apple GPU", memory: totalmem() }];
  const pci = process.platform === "linux" ? await output("lspci", []) : [];
  const cards = pci.filter((line) => /VGA|3D controller|Display controller/.test(line));
  return cards.map((line) => ({ name: line.replace(/^.*?: /, "") }));
}

async function output(command: string, args: readonly string[]): Promise<string[]> {
  try {
    const { stdout } = await promisify(execFile)(command, [...args], { timeout: 10_000 });
    return stdout.split("\n").filter((line) => line.trim() !== "");
  } catch {
    return [];
  }
}
