import * as vscode from "vscode";
import { controllerId } from "../kernelMetadata.js";

/** Selects a kernel of ours for the active notebook; where the choice is ambiguous, VS Code would ask. */
export async function selectKernel(extensionId: string, id = controllerId): Promise<void> {
  await vscode.commands.executeCommand("notebook.selectKernel", { id, extension: extensionId });
}
