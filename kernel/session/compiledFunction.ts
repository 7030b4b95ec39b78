import { SourceMap, type SourceMapPayload } from "node:module";
import vm from "node:vm";
import { sourceMapComment } from "./debuggerSourceMap.js";
import { evaluatedImports } from "./evaluatedImports.js";
import { holdForDebugger } from "./heldScripts.js";
import { registerScript } from "./stackTrace.js";

/** What compiled code sees besides its scope: `__cell`, and the variables that need no import. */
export type Ambient = Readonly<Record<string, unknown>>;

/**
 * Creates the function for a compiled cell or module. The code is strict; its first line is line 1 of the script, so
 * that the source map stays valid.
 *
 * @param script its name in stack traces, the number of source lines before the user's own, and the path by which a
 *   debugger knows the source, if there may be one
 */
export function compiledFunction(
  code: string,
  sourceMap: string,
  { name, linesBefore = 0, source }: { name: string; linesBefore?: number; source?: string },
  ambient: Ambient,
): (scope: object) => Promise<void> {
  const names = ["__scope", ...Object.keys(ambient)].join(", ");
  const values = Object.values(ambient);
  registerScript(name, new SourceMap(JSON.parse(sourceMap) as SourceMapPayload), linesBefore);
  const comment = source === undefined ? "" : sourceMapComment(sourceMap, source, linesBefore);
  const script = new vm.Script(sourceOf(code, names) + comment, {
    filename: name,
    lineOffset: -1,
    // For `import()` in code that is evaluated; the cell's own is ours.
    importModuleDynamically: evaluatedImports(),
  });
  const given = script.runInThisContext() as (...args: unknown[]) => () => Promise<void>;
  // The inspector knows the script only now; nothing of the user's has run yet.
  holdForDebugger();
  // Without `await`, the cell's promise would be followed by its `then`, which the cell may have replaced.
  return async (scope) => await given(scope, ...values)();
}

/**
 * A function of its own for the code, so that `arguments` are not what it is given. The parentheses let V8 compile it at
 * once, and not when it is called. `eval` sees a notebook's variables
 * only `with` them; that slows every global down, so other code goes without.
 */
function sourceOf(code: string, names: string): string {
  const scope = /\beval\s*\(/.test(code) ? "with (__scope) " : "";
  return `(function (${names}) { ${scope}return (async function () { "use strict";\n${code}\n}); })`;
}
