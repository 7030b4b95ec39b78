import * as vscode from "vscode";
import { percent } from "../percent.js";
import type { TrainingProgress } from "./trainingProgress.js";

/** One line of state: device, epoch, time left, UAR. */
export function progressText({ state, device, epoch, epochs, secondsLeft, uar }: TrainingProgress): string {
  const parts = [
    device,
    vscode.l10n.t("epoch {0} of {1}", Math.min(Math.floor(epoch), epochs), epochs),
    state === "paused" ? vscode.l10n.t("paused") : secondsLeft ? timeLeft(secondsLeft) : undefined,
    uar !== undefined && `UAR ${percent(uar)}`,
  ];
  return parts.filter(Boolean).join(" · ");
}

function timeLeft(seconds: number): string {
  if (seconds < 60) return vscode.l10n.t("{0} s left", Math.ceil(seconds));
  if (seconds < 3600) return vscode.l10n.t("{0} min left", Math.ceil(seconds / 60));
  const minutes = Math.round(seconds / 60);
  return vscode.l10n.t("{0} h {1} min left", Math.floor(minutes / 60), minutes % 60);
}
