import { findTensorflowPackage, loadTensorflowPackage } from "../engine/run/tensorflowBackend.js";
import { type Finding, missing, ready } from "./finding.js";

const remedy =
  'Only for device: "tensorflow"; the built-in engine needs neither. `npm install @tensorflow/tfjs-node-gpu` ' +
  "downloads libtensorflow and needs CUDA 11.2 and cuDNN 8.1 on Linux or Windows; `@tensorflow/tfjs-node` runs on the CPU.";

/** Looks for libtensorflow (through tfjs-node), starting from the user's working folder. */
export function checkTensorFlow(folder: string): Finding {
  const found = findTensorflowPackage(folder);
  if (!found) return missing("TensorFlow", "not installed (optional)", remedy);
  const { name, version } = found;
  try {
    loadTensorflowPackage(found);
    return ready("TensorFlow", `${name} ${version}`);
  } catch (error) {
    const { message } = error as Error;
    return missing("TensorFlow", `${name} ${version} is installed but does not load: ${message}`, remedy);
  }
}
