import * as vscode from "vscode";
import type { Labels } from "../../../kernel/contracts/labels.js";
import type { ClipPrediction } from "../../../kernel/contracts/clipPrediction.js";
import type { CurveEpoch, PagePart, PageSection } from "../../../kernel/contracts/recordPage.js";
import type { BoardSource } from "../../../kernel/contracts/runs/boardSource.js";
import type { RunEvent } from "../../../kernel/contracts/runs/runEvents.js";
import type { TrainingEvent } from "../../../kernel/contracts/runs/trainingEvents.js";
import { percent } from "../../../kernel/metrics/percent.js";
import type { RunRecord } from "../runRecord.js";
import { runName } from "../runNames.js";
import { type Figures, figureNames, withInterval } from "./figuresTable.js";
import { text } from "./originSection.js";
import { settingsOf, shownValue } from "./settingsRows.js";

/** The scores of the last evaluation; before one, what the validation says. */
export function figuresSection(run: RunRecord, figures: Figures | null): PageSection {
  const heading = vscode.l10n.t("Figures");
  if (figures) {
    const rows = figureNames().map(([name, label]) => [label, withInterval(figures, name)]);
    const columns = [
      vscode.l10n.t("last evaluation, {0} clips", figures.clips),
      vscode.l10n.t("figure (95 % interval)"),
    ];
    return { heading, parts: [{ part: "table", columns, rows }] };
  }
  if (run.uar === undefined)
    return { heading, parts: [text(vscode.l10n.t("The run has not been evaluated."))] };
  const sentence = vscode.l10n.t(
    "UAR {0} on the validation clips. The run has not been evaluated.",
    percent(run.uar),
  );
  return { heading, parts: [text(sentence)] };
}

/** The training board, or for the run of a study, which records less, its curves. */
export function courseSection(run: RunRecord, events: readonly RunEvent[]): PageSection {
  const heading = vscode.l10n.t("Training");
  const epochs = epochsOf(events);
  if (epochs.length === 0 && !events.some(({ type }) => type === "step"))
    return { heading, parts: [text(vscode.l10n.t("Nothing was recorded of its training."))] };
  const parts: PagePart[] = [courseOf(run, events, epochs)];
  if (epochs.length > 0) parts.push(epochTable(epochs));
  return { heading, parts };
}

function courseOf(run: RunRecord, events: readonly RunEvent[], epochs: readonly CurveEpoch[]): PagePart {
  if ("study" in run.settings)
    return {
      part: "view",
      source: { draws: "run-curves", runs: [{ name: runName(run), epochs }], words: curveWords() },
    };
  return {
    part: "view",
    source: { draws: "training-board", run: boardSource(run, events as readonly TrainingEvent[]) },
  };
}

export function curveWords(): { uar: string; loss: string; epoch: string } {
  return {
    uar: vscode.l10n.t("UAR on the clips held out"),
    loss: vscode.l10n.t("Training loss"),
    epoch: vscode.l10n.t("epoch"),
  };
}

/** The epochs on clips, as far as they make sense. */
export function epochsOf(events: readonly RunEvent[]): CurveEpoch[] {
  return events.flatMap((event) => {
    if (event.type !== "epoch" || ("phase" in event && event.phase === "pretraining")) return [];
    const uar = "uar" in event ? event.uar : event.validation?.uar;
    return [{ epoch: event.epoch, loss: finite(event.loss), uar: finite(uar) }];
  });
}

function finite(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function epochTable(epochs: readonly CurveEpoch[]): PagePart {
  const rows = epochs.map(({ epoch, uar, loss }) => [
    String(epoch),
    uar === null ? "–" : percent(uar),
    loss === null ? "–" : loss.toPrecision(4),
  ]);
  const columns = [vscode.l10n.t("epoch"), "UAR", vscode.l10n.t("training loss")];
  return { part: "table", columns, rows, summary: vscode.l10n.t("Figures by epoch") };
}

function boardSource(run: RunRecord, events: readonly TrainingEvent[]): BoardSource {
  const { loss } = run.settings as { loss?: unknown };
  const terms = Array.isArray(loss) ? (loss as BoardSource["plan"]["loss"]) : [];
  return {
    id: run.id,
    state: run.state === "interrupted" ? "stopped" : run.state,
    plan: { loss: terms, device: run.device ?? "auto", epochs: run.epochs ?? 0 },
    events,
    epochs: events.filter((event) => event.type === "epoch"),
  };
}

export function matrixSection(labels: Labels | null, predictions: readonly ClipPrediction[]): PageSection[] {
  if (!labels || predictions.length === 0) return [];
  const source = { draws: "confusion-matrix", labels, predictions } as const;
  return [{ heading: vscode.l10n.t("Confusion matrix"), parts: [{ part: "view", source }] }];
}

/** The settings that differ from the preset; all of them below, closed. */
export function settingsSection({ settings }: RunRecord): PageSection {
  const all = [...settingsOf(settings)].sort(([a], [b]) => a.localeCompare(b));
  return {
    heading: vscode.l10n.t("Settings"),
    parts: [
      ...changesOf(settings),
      {
        part: "table",
        columns: [vscode.l10n.t("setting"), vscode.l10n.t("value")],
        rows: all.map(([name, value]) => [name, value]),
        summary: vscode.l10n.t("All settings"),
      },
    ],
  };
}

function changesOf(settings: RunRecord["settings"]): PagePart[] {
  const { changes } = settings;
  const { configuration } = (settings.model ?? settings) as { configuration?: { preset?: unknown } };
  const preset = String(configuration?.preset ?? "–");
  if (!Array.isArray(changes))
    return "study" in settings
      ? [text(vscode.l10n.t("Preset {0}, with the settings of its arm in the study.", preset))]
      : [text(vscode.l10n.t("The record does not say what differs from the preset {0}.", preset))];
  if (changes.length === 0) return [text(vscode.l10n.t("As in the preset {0}.", preset))];
  const rows = changes.map(({ setting, preset: usual, run }) => [
    String(setting),
    shownValue(usual),
    shownValue(run),
  ]);
  const columns = [vscode.l10n.t("setting"), vscode.l10n.t("preset {0}", preset), vscode.l10n.t("this run")];
  return [{ part: "table", columns, rows }];
}
