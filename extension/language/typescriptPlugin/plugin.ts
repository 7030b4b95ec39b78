/**
 * A plugin for VS Code's built-in TypeScript service that silences it in the cells of AEN notebooks. The service
 * puts all cells of all notebooks into one project, knows neither what has run nor the preloaded modules, and
 * offers browser globals, so its answers would appear next to the session's and contradict them. The features that
 * work well in cells (folding, formatting, highlighting) stay on.
 */
import type * as ts from "typescript/lib/tsserverlibrary.js";

/** The paths of the notebooks whose cells the session answers for, as sent by the extension. */
let notebooks: readonly string[] = [];

/** Whether one of the service's files is a cell of one of those notebooks. */
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

const cannotRename: ts.RenameInfo = {
  canRename: false,
  localizedErrorMessage: "The session of this notebook renames.",
};

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
    none("getDefinitionAndBoundSpan", undefined),
    none("getDefinitionAtPosition", undefined),
    none("getTypeDefinitionAtPosition", undefined),
    none("findReferences", undefined),
    none("getRenameInfo", cannotRename),
    none("getCodeFixesAtPosition", []),
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
