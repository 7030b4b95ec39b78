import * as vscode from "vscode";
import { viewMimeTypes } from "../../kernel/contracts/viewMimeTypes.js";
import type { Controller } from "./controller.js";
import { Disposables } from "../disposables.js";
import type { KernelState } from "../kernel/kernelState.js";

/** Shows the device and the active notebook's kernel state in VS Code's status bar. */
export class KernelStatusBar implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #item = this.#owned.add(
    vscode.window.createStatusBarItem("aen.kernel", vscode.StatusBarAlignment.Right, 90),
  );

  /** The devices that trainings have run on, which "auto" has resolved to. */
  readonly #devices = new WeakMap<vscode.NotebookDocument, string>();

  constructor(readonly controller: Controller) {
    this.#item.name = vscode.l10n.t("AEN kernel");
    this.#item.command = "aen.chooseDevice";
    this.#owned.add(vscode.window.onDidChangeActiveNotebookEditor(() => this.#draw()));
    this.#owned.add(controller.kernels.onDidChange(() => this.#draw()));
    this.#owned.add(controller.onDidSelect(() => this.#draw()));
    this.#owned.add(controller.onData(({ cell, data }) => this.#noteDevice(cell.notebook, data)));
    this.#owned.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("aen.device")) this.#draw();
      }),
    );
    this.#draw();
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #noteDevice(notebook: vscode.NotebookDocument, data: Record<string, unknown>): void {
    const device = (data[viewMimeTypes["training-board"]] as { device?: unknown } | undefined)?.device;
    if (typeof device !== "string" || this.#devices.get(notebook) === device) return;
    this.#devices.set(notebook, device);
    this.#draw();
  }

  #draw(): void {
    const notebook = vscode.window.activeNotebookEditor?.notebook;
    if (!notebook || !this.controller.runs(notebook)) return this.#item.hide();
    const state = this.controller.kernels.existing(notebook)?.state ?? "not started";
    const chosen = vscode.workspace.getConfiguration("aen", notebook.uri).get<string>("device", "auto");
    const device = (chosen === "auto" && state !== "not started" && this.#devices.get(notebook)) || chosen;
    const text = vscode.l10n.t("AEN: {0}, kernel {1}", device, stateText(state));
    this.#item.text = `${icons[state]} ${text}`;
    this.#item.tooltip = vscode.l10n.t("{0}. Choose the device that AEN computes on.", text);
    this.#item.accessibilityInformation = { label: text, role: "button" };
    this.#item.backgroundColor =
      state === "dead" ? new vscode.ThemeColor("statusBarItem.errorBackground") : undefined;
    this.#item.show();
  }
}

const icons: Readonly<Record<KernelState, string>> = {
  "not started": "$(circle-outline)",
  starting: "$(loading~spin)",
  idle: "$(circle-filled)",
  busy: "$(sync~spin)",
  dead: "$(error)",
};

function stateText(state: KernelState): string {
  const texts: Readonly<Record<KernelState, string>> = {
    "not started": vscode.l10n.t("not started"),
    starting: vscode.l10n.t("starting"),
    idle: vscode.l10n.t("idle"),
    busy: vscode.l10n.t("busy"),
    dead: vscode.l10n.t("has died"),
  };
  return texts[state];
}
