import * as vscode from "vscode";
import { Disposables } from "../disposables.js";

/** Commands by id; package.json lists all of them. */
export type Handlers = Readonly<Record<string, (...given: never[]) => unknown>>;

/** Registers commands; an error in one is shown to the user and logged. */
export function registerCommands(handlers: Handlers, log: vscode.LogOutputChannel): vscode.Disposable {
  const owned = new Disposables();
  for (const [id, handler] of Object.entries(handlers)) {
    owned.add(
      vscode.commands.registerCommand(id, async (...given: unknown[]) => {
        try {
          return await (handler as (...given: unknown[]) => unknown)(...given);
        } catch (error) {
          log.error(error instanceof Error ? error : String(error));
          void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
          return undefined;
        }
      }),
    );
  }
  return owned;
}
