import type * as TypeScript from "typescript";
import { ts } from "./typescript.js";

/** A cell's text, parsed by itself. */
export interface ParsedCell {
  readonly file: TypeScript.SourceFile;
  /** TSX if that fits better: in TypeScript, `<b>` begins a cast. */
  readonly extension: ".ts" | ".tsx";
  readonly mistakes: readonly TypeScript.DiagnosticWithLocation[];
}

/** Parses a cell as TypeScript or, where its text seems to hold JSX and has fewer mistakes as such, as TSX. */
export function parsedCell(code: string): ParsedCell {
  const plain = parsed(code, ".ts");
  if (plain.mistakes.length === 0 || !/<\/|\/>/.test(code)) return plain;
  const withJsx = parsed(code, ".tsx");
  return withJsx.mistakes.length < plain.mistakes.length ? withJsx : plain;
}

function parsed(code: string, extension: ".ts" | ".tsx"): ParsedCell {
  const file = ts.createSourceFile(`cell${extension}`, code, ts.ScriptTarget.Latest, false);
  const { parseDiagnostics: mistakes } = file as unknown as {
    parseDiagnostics: TypeScript.DiagnosticWithLocation[];
  };
  return { file, extension, mistakes };
}

/** What TypeScript makes of `// @ts-nocheck` before a file's first statement. */
export function isUnchecked(file: TypeScript.SourceFile): boolean {
  return (file as { checkJsDirective?: { enabled: boolean } }).checkJsDirective?.enabled === false;
}

/** The comments that choose a cell's JSX runtime, as the comments with which a file has to begin. */
export function jsxPragmas(file: TypeScript.SourceFile): string {
  const { pragmas = new Map<string, Pragma | Pragma[]>() } = file as unknown as {
    pragmas?: ReadonlyMap<string, Pragma | Pragma[]>;
  };
  return [...pragmas]
    .filter(([name]) => /^jsx/.test(name))
    .map(([name, found]) => `/** @${name} ${[found].flat()[0].arguments.factory} */ `)
    .join("");
}

interface Pragma {
  readonly arguments: { readonly factory: string };
}
