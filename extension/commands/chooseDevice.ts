import * as vscode from "vscode";
import type { Controller } from "../controller/controller.js";
import { notebookType } from "../kernelMetadata.js";
import type { Device } from "../../kernel/engine/contract.js";
import { deviceItems } from "./deviceItems.js";
import { failureOf, runCli } from "./runCli.js";

/** Asks which device AEN computes on, and offers to restart the active notebook's kernel, which keeps its device. */
export async function chooseDevice(extensionPath: string, controller: Controller): Promise<void> {
  const settings = vscode.workspace.getConfiguration("aen");
  const present = settings.get<string>("device", "auto");
  const items = devicesHere(extensionPath).then((devices) => deviceItems(devices, present));
  const placeHolder = vscode.l10n.t("Device for the next training (now: {0})", present);
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (chosen?.device === undefined || chosen.device === present) return;
  await settings.update("device", chosen.device, vscode.ConfigurationTarget.Global);
  await offerRestart(controller);
}

/** The devices that `aen.devices()` lists on this machine. */
async function devicesHere(extensionPath: string): Promise<Device[]> {
  const cwd = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const result = await runCli(extensionPath, ["devices", "--json"], { cwd });
  if (result.stdout === "") throw failureOf("devices", result);
  return JSON.parse(result.stdout) as Device[];
}

async function offerRestart(controller: Controller): Promise<void> {
  const notebook = vscode.window.activeNotebookEditor?.notebook;
  if (!notebook || notebook.notebookType !== notebookType) return;
  if (controller.kernels.existing(notebook)?.state !== "idle") return;
  const restart = vscode.l10n.t("Restart Kernel");
  const question = vscode.l10n.t("The running kernel keeps its device until it is restarted.");
  if ((await vscode.window.showInformationMessage(question, restart)) === restart)
    await controller.restart(notebook);
}
