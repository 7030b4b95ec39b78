import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { supportedKernels } from "../../../kernel/engine/supportedKernels.js";

/** Writes kernel/engine/SUPPORTED.md anew: `npm run supported`. */
if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL("../../../kernel/engine/SUPPORTED.md", import.meta.url), supportedKernels());
