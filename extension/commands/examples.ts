import * as vscode from "vscode";

/** A notebook that comes with the extension. */
export interface Example {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** Its files within the extension; the first is the notebook, the others are what it reads. */
  readonly files: readonly string[];
}

/** The notebooks that are opened as copies, the one to begin with first. */
export function examples(): Example[] {
  return [
    {
      id: "quickstart",
      label: vscode.l10n.t("Quickstart"),
      detail: vscode.l10n.t("Train AEN on drawn clips, see its confusions and the frames that misled it"),
      files: ["notebooks/quickstart.ipynb"],
    },
    {
      id: "ablation",
      label: vscode.l10n.t("Ablation"),
      detail: vscode.l10n.t("What each loss term is worth: several seeds, intervals, a verdict for each arm"),
      files: ["notebooks/ablation.ipynb"],
    },
    {
      id: "loss-terms",
      label: vscode.l10n.t("Loss terms"),
      detail: vscode.l10n.t("What the loss is made of, and a term of your own in a few lines"),
      files: ["notebooks/loss-terms.ipynb"],
    },
    {
      id: "stills",
      label: vscode.l10n.t("Stills"),
      detail: vscode.l10n.t("Train the bottom-up branch on labelled stills, then let clips start from it"),
      files: ["notebooks/stills.ipynb"],
    },
  ];
}
