import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { messageOf } from "../../contracts/messageOf.js";

/** An installed package that provides libtensorflow as a tfjs backend. */
export interface TensorflowPackage {
  readonly name: "@tensorflow/tfjs-node-gpu" | "@tensorflow/tfjs-node";
  readonly version: string;
  /** The package's folder. */
  readonly folder: string;
}

/** GPU package first. */
const packageNames = ["@tensorflow/tfjs-node-gpu", "@tensorflow/tfjs-node"] as const;

/** The package that the user has installed, searched from a folder upwards; undefined if there is none. */
export function findTensorflowPackage(from: string = process.cwd()): TensorflowPackage | undefined {
  for (const name of packageNames) {
    const manifest = manifestOf(name, from);
    if (manifest === undefined) continue;
    const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
    return { name, version, folder: path.dirname(manifest) };
  }
  return undefined;
}

function manifestOf(name: string, from: string): string | undefined {
  const require = createRequire(import.meta.url);
  try {
    return require.resolve(`${name}/package.json`, { paths: [from, import.meta.dirname] });
  } catch {
    return undefined;
  }
}

/**
 * Loads a package, which then replaces tfjs's own backend in this process.
 * @throws Error with the package's message, on one line, when libtensorflow or CUDA is missing
 */
export function loadTensorflowPackage({ folder }: TensorflowPackage): void {
  try {
    createRequire(import.meta.url)(folder);
  } catch (error) {
    const text = messageOf(error);
    throw new Error(text.split("\n")[0], { cause: error });
  }
}

let isUsed: Promise<void> | undefined;

/**
 * Makes the user's TensorFlow the backend for eager steps, once per process. A backend that the user has chosen over
 * tfjs's own is kept; if there is no package, or it fails to load, steps run on the current backend.
 * @param notify called with the reason when TensorFlow is installed but not used
 */
export function useTensorflow(notify: (notice: string) => void = console.warn): Promise<void> {
  return (isUsed ??= takeOver(notify));
}

async function takeOver(notify: (notice: string) => void): Promise<void> {
  const found = findTensorflowPackage();
  if (!found || tf.getBackend() !== "cpu") return;
  try {
    loadTensorflowPackage(found);
    if (!(await tf.setBackend("tensorflow"))) throw new Error("its backend does not start");
  } catch (error) {
    await tf.setBackend("cpu");
    notify(
      `${found.name} ${found.version} is installed but does not load: ${(error as Error).message}. ` +
        "Steps run on tfjs' own backend, which is slow; `aen doctor` shows what is missing.",
    );
  }
}
