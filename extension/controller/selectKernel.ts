import * as vscode from "vscode";
import { controllerId } from "../kernelMetadata.js";

/** Selects our kernel for the active notebook; where the choice is ambiguous, VS Code would ask. */
export async function selectKernel(extensionId: string): Promise<void> {
  await vscode.commands.executeCommand("notebook.selectKernel", { id: controllerId, extension: extensionId });
}
