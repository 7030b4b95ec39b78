import { existsSync } from "node:fs";
import { isBuiltin } from "node:module";
import type * as TypeScript from "typescript";
import { ownPackages, type ProgramHost } from "./programHost.js";
import { ts } from "./typescript.js";

const typeScriptFile = /(?<!\.d)\.[cm]?tsx?$/;

/**
 * The user's own file that a specifier means when it is imported: through `paths` of tsconfig.json, `imports` of
 * package.json, a workspace or a linked package. Undefined for what Node finds by itself: its own modules, installed
 * packages, and paths.
 *
 * @param importer the importing file
 */
export function ownFileOf(host: ProgramHost, specifier: string, importer: string): string | undefined {
  if (isBuiltin(specifier) || ownPackages.test(specifier)) return undefined;
  const resolve = (options: object) =>
    ts.resolveModuleName(specifier, importer, { ...host.options, ...options }, ts.sys).resolvedModule;
  const code = resolve(implementation) ?? resolve({});
  const file = code?.resolvedFileName;
  if (file === undefined || file.endsWith(".d.ts")) return undefined;
  if (!host.isStable(file)) return file;
  return typeScriptFile.test(file) && !hasJavaScript(file) ? file : undefined;
}

/** An option of TypeScript's language service: to resolve to the code itself, not to its declarations. */
const implementation: TypeScript.CompilerOptions = { noDtsResolution: true, allowJs: true };

/** Whether an installed package holds its TypeScript beside what Node loads. */
function hasJavaScript(file: string): boolean {
  return existsSync(file.replace(/\.([cm]?)tsx?$/, ".$1js"));
}
