import type * as TypeScript from "typescript";
import type { OpenFile } from "./cellProgram.js";
import { rewriteSynthesized } from "./synthesizedReferences.js";

/** Emits a file as JavaScript after our own transformation, with a source map to its lines. */
export function emitFile(
  { own, source }: OpenFile,
  transform: TypeScript.TransformerFactory<TypeScript.SourceFile>,
): { code: string; sourceMap: string } {
  let code = "";
  let sourceMap = "";
  own.emit(
    source,
    (name, text) => (name.endsWith(".map") ? (sourceMap = text) : (code = text)),
    undefined,
    false,
    { before: [transform], after: [rewriteSynthesized(source)] },
  );
  return { code: withoutModuleTraces(code), sourceMap };
}

/** The emitted text without the syntax that makes it a module. */
function withoutModuleTraces(code: string): string {
  return code
    .replace(/^#![^\n]*/, "")
    .replace(/\n\/\/# sourceMappingURL=[^\n]*\s*$/, "\n")
    .replace(/(^|\n)export \{\};\s*$/, "$1");
}
