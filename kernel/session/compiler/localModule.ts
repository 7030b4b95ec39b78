import type { NotebookCompiler } from "./notebookCompiler.js";
import { withoutModuleTraces } from "./notebookCompiler.js";
import { rewriteTopLevel } from "./rewriteCell.js";
import { ts } from "./typescript.js";

/**
 * A local TypeScript file as the body of an async function over its own scope. Its type errors do not keep it
 * from running: the editor shows them where the file is open.
 *
 * @throws SyntaxError naming file and line when the file cannot be parsed
 */
export function compileModule(compiler: NotebookCompiler, file: string): { code: string; sourceMap: string } {
  const program = compiler.program([file]);
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file} cannot be read.`);
  const [mistake] = program.getSyntacticDiagnostics(source);
  if (mistake) {
    const { line, character } = ts.getLineAndCharacterOfPosition(source, mistake.start);
    const message = ts.flattenDiagnosticMessageText(mistake.messageText, "\n");
    throw new SyntaxError(`${file}:${line + 1}:${character + 1}: ${message}`);
  }
  let code = "";
  let sourceMap = "";
  program.emit(
    source,
    (name, text) => (name.endsWith(".map") ? (sourceMap = text) : (code = text)),
    undefined,
    false,
    { before: [rewriteTopLevel(program.getTypeChecker(), 0, "module")] },
  );
  return { code: withoutModuleTraces(code), sourceMap };
}
