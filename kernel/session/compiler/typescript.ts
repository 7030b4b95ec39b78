import { createRequire } from "node:module";
import type * as TypeScript from "typescript";

/** Stock TypeScript, loaded only where the compiler runs. */
export const ts = createRequire(import.meta.url)("typescript") as typeof TypeScript;
