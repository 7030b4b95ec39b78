import * as vscode from "vscode";
import type { Controller } from "./controller.js";
import { Disposables } from "../disposables.js";
import type { KernelState } from "../kernel/kernelState.js";

/** Shows the device and the active notebook's kernel state in VS Code's status bar. */
export class KernelStatusBar implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #item = this.#owned.add(
    vscode.window.createStatusBarItem("aen.kernel", vscode.StatusBarAlignment.Right, 90),
  );

  constructor(readonly controller: Controller) {
    this.#item.name = vscode.l10n.t("AEN kernel");
    this.#item.command = "aen.chooseDevice";
    this.#owned.add(vscode.window.onDidChangeActiveNotebookEditor(() => this.#draw()));
    this.#owned.add(controller.kernels.onDidChange(() => this.#draw()));
    this.#owned.add(controller.onDidSelect(() => this.#draw()));
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

  #draw(): void {
    const notebook = vscode.window.activeNotebookEditor?.notebook;
    if (!notebook || !this.controller.runs(notebook)) return this.#item.hide();
    const state = this.controller.kernels.existing(notebook)?.state ?? "not started";
    const device = vscode.workspace.getConfiguration("aen", notebook.uri).get<string>("device", "auto");
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
