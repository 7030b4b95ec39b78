/**
 * A plugin of VS Code's built-in TypeScript service that keeps it silent in the cells of AEN notebooks. The
 * service puts all cells of all notebooks into one project, knows neither what has run nor the preloaded
 * modules, and offers the browser's globals: its answers would stand beside the session's and contradict them.
 * What it does well in cells (going to a definition, renaming, folding, formatting) it goes on doing.
 */
import type * as ts from "typescript/lib/tsserverlibrary.js";

/** The notebooks whose cells the session answers for: their paths, as the extension names them. */
let notebooks: readonly string[] = [];

/** Whether a file of the service is a cell of one of those notebooks. */
function isOurs(file: string): boolean {
  if (!file.includes("vscode-notebook-cell")) return false;
  const plain = decoded(file).toLowerCase();
  return notebooks.some((notebook) => plain.includes(notebook.toLowerCase()));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function silenced(service: ts.LanguageService): ts.LanguageService {
  const none = <T>(name: keyof ts.LanguageService, answer: T): object => ({
    [name]: (file: string, ...rest: unknown[]) =>
      isOurs(file) ? answer : (service[name] as (...given: unknown[]) => unknown)(file, ...rest),
  });
  return Object.assign(
    Object.create(service) as ts.LanguageService,
    none("getCompletionsAtPosition", undefined),
    none("getQuickInfoAtPosition", undefined),
    none("getSignatureHelpItems", undefined),
    none("getSyntacticDiagnostics", []),
    none("getSemanticDiagnostics", []),
    none("getSuggestionDiagnostics", []),
    none("provideInlayHints", []),
  );
}

const factory: ts.server.PluginModuleFactory = () => ({
  create: ({ languageService }) => silenced(languageService),
  onConfigurationChanged: (configuration: { notebooks?: string[] }) => {
    notebooks = configuration.notebooks ?? [];
  },
});

export default factory;
