import { writeFileSync } from "node:fs";
import { supportedKernels } from "../../../kernel/engine/supportedKernels.js";

/** Writes kernel/engine/SUPPORTED.md anew: node --import tsx test/kernel/engine/writeSupportedKernels.ts */
writeFileSync(new URL("../../../kernel/engine/SUPPORTED.md", import.meta.url), supportedKernels());
