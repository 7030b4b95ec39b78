import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";

/** An installed package that brings libtensorflow as a tfjs backend. */
export interface TensorflowPackage {
  readonly name: "@tensorflow/tfjs-node-gpu" | "@tensorflow/tfjs-node";
  readonly version: string;
  /** The package's folder. */
  readonly folder: string;
}

/** The one on the GPU first. */
const packageNames = ["@tensorflow/tfjs-node-gpu", "@tensorflow/tfjs-node"] as const;

/** The package that the user has installed, looked for from a folder upwards; undefined where there is none. */
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
 * Loads a package; it then takes the place of tfjs' own backend in this process.
 * @throws Error of the package, in one line, when libtensorflow or CUDA is missing
 */
export function loadTensorflowPackage({ folder }: TensorflowPackage): void {
  try {
    createRequire(import.meta.url)(folder);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw new Error(text.split("\n")[0], { cause: error });
  }
}

let isUsed: Promise<void> | undefined;

/**
 * Makes the user's TensorFlow the backend of eager steps, once a process. A backend that the user has chosen instead
 * of tfjs' own one stays; without a package, or with one that does not load, steps run on the backend in force.
 * @param notify hears why TensorFlow is not used though it is installed
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
        "Steps run on tfjs' own backend, which is slow; `aen doctor` says what is missing.",
    );
  }
}
