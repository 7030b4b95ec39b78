import { createRequire } from "node:module";
import path from "node:path";
import { type Finding, missing, ready } from "./finding.js";

const packages = ["@tensorflow/tfjs-node-gpu", "@tensorflow/tfjs-node"];

const remedy =
  'Only for device: "tensorflow"; the built-in engine needs neither. `npm install @tensorflow/tfjs-node-gpu` ' +
  "downloads libtensorflow and wants CUDA 11.2 and cuDNN 8.1 on Linux or Windows; `@tensorflow/tfjs-node` runs on the CPU.";

/** libtensorflow by way of tfjs-node, found from the folder where the user works. */
export function checkTensorFlow(folder: string): Finding {
  const require = createRequire(path.join(folder, "notebook.js"));
  for (const name of packages) {
    const manifest = resolved(require, `${name}/package.json`);
    if (manifest === undefined) continue;
    const { version } = require(manifest) as { version: string };
    try {
      require(name);
      return ready("TensorFlow", `${name} ${version}`);
    } catch (error) {
      const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
      return missing("TensorFlow", `${name} ${version} is installed but does not load: ${reason}`, remedy);
    }
  }
  return missing("TensorFlow", "not installed (optional)", remedy);
}

function resolved(require: NodeJS.Require, name: string): string | undefined {
  try {
    return require.resolve(name);
  } catch {
    return undefined;
  }
}
