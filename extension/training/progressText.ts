import * as vscode from "vscode";
import { percent } from "../../kernel/metrics/percent.js";
import type { TrainingProgress } from "./trainingProgress.js";

/**
 * One line of state: device, epoch, time left, UAR.
 *
 * @param inAll seconds that the cell of the training will take from now on, where that is known
 */
export function progressText(progress: TrainingProgress, inAll?: number): string {
  const { state, device, uar } = progress;
  const parts = [
    device,
    epochText(progress),
    state === "paused" ? vscode.l10n.t("paused") : timeLeftText(progress, inAll),
    uar !== undefined && `UAR ${percent(uar)}`,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** "pretraining 5 of 9, then 8 epochs", or the epoch of the training on clips. */
export function epochText({ epoch, epochs, phase, epochsAfter }: TrainingProgress): string {
  const at = Math.min(Math.floor(epoch), epochs);
  if (phase !== "pretraining") return vscode.l10n.t("epoch {0} of {1}", at, epochs);
  if (epochsAfter === undefined) return vscode.l10n.t("pretraining {0} of {1}", at, epochs);
  return vscode.l10n.t("pretraining {0} of {1}, then {2} epochs", at, epochs, epochsAfter);
}

/** "about 2 min left in all". */
export function leftInAll(seconds: number): string {
  return vscode.l10n.t("about {0} in all", timeLeft(seconds));
}

/**
 * The time left of the whole cell where it has run before, unless its training alone takes longer; else that of the
 * training, or in its pretraining of that alone, where it is not known what the epochs on clips will take.
 */
function timeLeftText(
  { phase, epochsAfter, secondsLeft = 0, secondsAfter }: TrainingProgress,
  inAll = 0,
): string | undefined {
  if (inAll > 0 && inAll >= secondsLeft) return leftInAll(inAll);
  if (secondsLeft === 0) return undefined;
  if (secondsAfter !== undefined) return leftInAll(secondsLeft + secondsAfter);
  const isPart = phase === "pretraining" && epochsAfter !== undefined;
  return isPart ? vscode.l10n.t("{0} of the pretraining", timeLeft(secondsLeft)) : leftInAll(secondsLeft);
}

function timeLeft(seconds: number): string {
  if (seconds < 60) return vscode.l10n.t("{0} s left", Math.ceil(seconds));
  if (seconds < 3600) return vscode.l10n.t("{0} min left", Math.ceil(seconds / 60));
  const minutes = Math.round(seconds / 60);
  return vscode.l10n.t("{0} h {1} min left", Math.floor(minutes / 60), minutes % 60);
}
