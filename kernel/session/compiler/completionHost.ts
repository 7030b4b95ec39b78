import type * as TypeScript from "typescript";
import type { ProgramHost } from "./programHost.js";
import { ts } from "./typescript.js";

/** What completion needs besides the program: settings, and the files that an import may name. */
export function completionHost(
  host: ProgramHost,
  scriptFiles: () => string[],
): TypeScript.LanguageServiceHost {
  return {
    getCompilationSettings: () => host.options,
    getScriptFileNames: scriptFiles,
    getScriptVersion: (file) => host.version(file),
    getScriptSnapshot: (file) => {
      const text = host.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => host.cwd,
    getDefaultLibFileName: () => host.getDefaultLibFileName(),
    fileExists: host.fileExists,
    readFile: host.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: host.directoryExists,
    getDirectories: ts.sys.getDirectories,
    useCaseSensitiveFileNames: () => host.useCaseSensitiveFileNames(),
  };
}
