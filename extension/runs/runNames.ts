import path from "node:path";
import * as vscode from "vscode";
import { percent } from "../../kernel/metrics/percent.js";
import type { RunRecord } from "./runRecord.js";
import { stateText } from "./stateText.js";
import type { RecordedCell, StudyRecord } from "./studyRecord.js";

/** The name that a person gave; else arm, seed and fold of a run of a study; else the start in local time. */
export function runName(run: RunRecord): string {
  if (run.notes?.name) return run.notes.name;
  const { arm, seed, fold } = run.settings as { arm?: unknown; seed?: unknown; fold?: unknown };
  if (typeof arm === "string" && typeof seed === "number")
    return typeof fold === "number" && fold > 0
      ? vscode.l10n.t("{0}, seed {1}, fold {2}", arm, seed, fold + 1)
      : vscode.l10n.t("{0}, seed {1}", arm, seed);
  return startOf(run) ?? run.id;
}

/** A run's start in local time: shorter than its id, which leaves room for the figures beside it. */
export function startOf({ started }: RunRecord): string | undefined {
  if (started === undefined) return undefined;
  const parts = {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  } as const;
  return new Intl.DateTimeFormat(vscode.env.language, { ...parts, hourCycle: "h23" }).format(started);
}

export function studyName({ name, notes }: StudyRecord): string {
  return notes.name || name;
}

/** Figures, progress, device, and the state where that is not simply finished. */
export function runDescription({ state, device, epoch, epochs, uar }: RunRecord): string {
  const parts = [
    uar === undefined ? undefined : `UAR ${percent(uar)}`,
    epochs ? vscode.l10n.t("epoch {0} of {1}", epoch, epochs) : undefined,
    device,
    state === "finished" ? undefined : stateText(state),
  ];
  return parts.filter(Boolean).join(" · ");
}

/** The cell that started a run, where its record names one. */
export function cellOf({ settings }: RunRecord): RecordedCell | null {
  const { cell } = settings as { cell?: unknown };
  return typeof cell === "object" ? (cell as RecordedCell | null) : null;
}

/** The file name of the notebook that a run came from; null outside a notebook. */
export function notebookName(cell: RecordedCell | null | undefined): string | null {
  return typeof cell?.notebook === "string" ? path.basename(cell.notebook) : null;
}
