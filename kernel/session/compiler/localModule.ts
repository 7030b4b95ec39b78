import { emitFile } from "./emitFile.js";
import { isCommonJs } from "./moduleFormat.js";
import type { NotebookCompiler } from "./notebookCompiler.js";
import { rewriteTopLevel } from "./rewriteCell.js";
import { ts } from "./typescript.js";

/**
 * Compiles a local file to the body of an async function over its own scope. Type errors do not keep it from running;
 * the editor shows them when the file is open.
 *
 * @returns undefined for CommonJS, which Node loads
 * @throws SyntaxError with file and line when the file cannot be parsed
 */
export function compileModule(
  { program, host }: NotebookCompiler,
  file: string,
): { code: string; sourceMap: string } | undefined {
  if (!host.fileExists(file)) throw new Error(`${file} cannot be read.`);
  if (isCommonJs(file, host.readFile(file) ?? "")) return undefined;
  const opened = program.open(file);
  try {
    const { source } = opened;
    const [mistake] = source.parseDiagnostics;
    if (mistake) {
      const { line, character } = ts.getLineAndCharacterOfPosition(source, mistake.start);
      const message = ts.flattenDiagnosticMessageText(mistake.messageText, "\n");
      throw new SyntaxError(`${file}:${line + 1}:${character + 1}: ${message}`);
    }
    return emitFile(opened, rewriteTopLevel(program.checker, 0, "module"));
  } finally {
    program.close(file);
  }
}
