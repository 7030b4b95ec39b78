import { SourceMap, type SourceMapPayload } from "node:module";
import vm from "node:vm";
import { registerScript } from "./stackTrace.js";

/** What compiled code sees besides its scope: `__cell`, and the variables that need no import. */
export type Ambient = Readonly<Record<string, unknown>>;

/**
 * Creates the function for a compiled cell or module. The code is strict; its first line is line 1 of the script, so
 * that the source map stays valid.
 *
 * @param script its name in stack traces, and the number of source lines before the user's own
 */
export function compiledFunction(
  code: string,
  sourceMap: string,
  { name, linesBefore = 0 }: { name: string; linesBefore?: number },
  ambient: Ambient,
): (scope: object) => Promise<void> {
  const names = Object.keys(ambient);
  const source = `(async function (__scope, ${names.join(", ")}) { "use strict";\n${code}\n})`;
  registerScript(name, new SourceMap(JSON.parse(sourceMap) as SourceMapPayload), linesBefore);
  const script = new vm.Script(source, { filename: name, lineOffset: -1 });
  const compiled = script.runInThisContext() as (...args: unknown[]) => Promise<void>;
  const values = Object.values(ambient);
  return (scope) => compiled(scope, ...values);
}
