import { createRequire } from "node:module";
import type * as TypeScript from "typescript";

/** Stock TypeScript, loaded where the compiler runs and nowhere else. */
export const ts = createRequire(import.meta.url)("typescript") as typeof TypeScript;
