import * as vscode from "vscode";
import { notebookType } from "../controller/controller.js";
import type { Controller } from "../controller/controller.js";

/** Asks for the device that AEN computes on, and restarts what runs on another if the user wants it. */
export async function chooseDevice(controller: Controller): Promise<void> {
  const settings = vscode.workspace.getConfiguration("aen");
  const present = settings.get<string>("device", "auto");
  const devices: [string, string][] = [
    ["auto", vscode.l10n.t("the fastest that is there")],
    ["cpu", vscode.l10n.t("ONNX Runtime on all cores; always there")],
    ["webgpu", vscode.l10n.t("any graphics card, on Linux, macOS and Windows")],
    ["cuda", vscode.l10n.t("NVIDIA, where CUDA is installed")],
    ["directml", vscode.l10n.t("Windows")],
    ["coreml", vscode.l10n.t("macOS")],
    ["tensorflow", vscode.l10n.t("TensorFlow, where @tensorflow/tfjs-node or -gpu is installed")],
  ];
  const items = devices.map(([label, description]) => ({ label, description, picked: label === present }));
  const placeHolder = vscode.l10n.t("Device for the next training (now: {0})", present);
  const chosen = await vscode.window.showQuickPick(items, { placeHolder });
  if (!chosen || chosen.label === present) return;
  await settings.update("device", chosen.label, vscode.ConfigurationTarget.Global);
  await offerRestart(controller);
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
