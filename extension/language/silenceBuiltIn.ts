import * as vscode from "vscode";
import type { Controller } from "../controller/controller.js";
import { pluginName } from "./typescriptPlugin/pluginName.js";

interface TypeScriptExtension {
  getAPI(version: 0): { configurePlugin(plugin: string, configuration: unknown): void } | undefined;
}

/** Tells the built-in TypeScript service, through our plugin, which notebooks the session answers for. */
export function silenceBuiltIn(controller: Controller): vscode.Disposable {
  const tell = async (): Promise<void> => {
    const builtIn = vscode.extensions.getExtension<TypeScriptExtension>(
      "vscode.typescript-language-features",
    );
    const service = await builtIn?.activate();
    const notebooks = controller.notebooks.map((notebook) => notebook.uri.path);
    service?.getAPI(0)?.configurePlugin(pluginName, { notebooks });
  };
  return vscode.Disposable.from(controller.onDidSelect(() => void tell()));
}
