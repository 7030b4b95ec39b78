import * as vscode from "vscode";
import type {
  NamedPredictions,
  PagePart,
  PageSection,
  RecordPage,
} from "../../../kernel/contracts/recordPage.js";
import type { Labels } from "../../../kernel/contracts/labels.js";
import { percent } from "../../../kernel/metrics/percent.js";
import { labelsIn } from "../recordedFiles.js";
import { runName } from "../runNames.js";
import type { RunRecord } from "../runRecord.js";
import { stateText } from "../stateText.js";
import { labelsOfStudy } from "../studyRecord.js";
import { figureNames, figuresOf, withInterval } from "./figuresTable.js";
import { text } from "./originSection.js";
import type { RunDetails } from "./runPage.js";
import { curveWords, epochsOf } from "./runSections.js";
import { differingSettings } from "./settingsRows.js";

/** A run with what its comparison needs. */
export interface ComparedRun {
  readonly run: RunRecord;
  readonly details: RunDetails;
}

/** Two or more runs: curves over each other, figures, settings that differ, and the difference of their confusions. */
export function comparisonPage(compared: readonly ComparedRun[]): RecordPage {
  const runs = compared.map(({ run }) => run);
  const names = distinctNames(runs);
  return {
    title:
      names.length === 2
        ? vscode.l10n.t("{0} and {1}", names[0], names[1])
        : vscode.l10n.t("{0} runs", names.length),
    subtitle: runs.map(({ id }) => id).join(" · "),
    actions: [],
    notes: null,
    sections: [
      { heading: vscode.l10n.t("Figures"), parts: [figureTable(compared, names), ...change(runs, names)] },
      ...curves(compared, names),
      settings(runs, names),
      ...difference(compared, names),
    ],
  };
}

/** The runs' names; where two are the same, with the id. */
function distinctNames(runs: readonly RunRecord[]): string[] {
  const names = runs.map(runName);
  return names.map((name, index) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${runs[index].id})`,
  );
}

function figureTable(compared: readonly ComparedRun[], names: readonly string[]): PagePart {
  const facts: [string, (run: RunRecord) => string][] = [
    [vscode.l10n.t("state"), (run) => stateText(run.state)],
    [vscode.l10n.t("device"), (run) => run.device ?? "–"],
    [
      vscode.l10n.t("epochs"),
      (run) => (run.epochs ? vscode.l10n.t("{0} of {1}", run.epoch, run.epochs) : String(run.epoch)),
    ],
    [vscode.l10n.t("best epoch"), (run) => String(run.bestEpoch ?? "–")],
    [vscode.l10n.t("validation UAR"), (run) => rate(run.uar)],
    [vscode.l10n.t("validation WAR"), (run) => rate(run.war)],
    [vscode.l10n.t("last training loss"), (run) => run.loss?.toPrecision(4) ?? "–"],
    [vscode.l10n.t("time"), (run) => `${run.seconds.toFixed(0)} s`],
  ];
  const figures = compared.map(({ run, details }) => figuresOf(details.predictions, labelsOf(run, details)));
  const evaluated = figures.some((each) => each !== null)
    ? [
        [vscode.l10n.t("evaluated clips"), ...figures.map((each) => String(each?.clips ?? "–"))],
        ...figureNames().map(([name, label]) => [label, ...figures.map((each) => withInterval(each, name))]),
      ]
    : [];
  const rows = [...facts.map(([name, of]) => [name, ...compared.map(({ run }) => of(run))]), ...evaluated];
  return { part: "table", columns: [vscode.l10n.t("figure (95 % interval)"), ...names], rows };
}

function rate(value: number | undefined): string {
  return value === undefined ? "–" : percent(value);
}

/** How much the later of two runs gains, and what that does not show. */
function change(runs: readonly RunRecord[], names: readonly string[]): PagePart[] {
  const caution = vscode.l10n.t(
    "One run each does not show an effect: it takes several seeds (aen.ablate) to tell it from chance.",
  );
  const [a, b] = runs;
  if (runs.length > 2 || a.uar === undefined || b.uar === undefined) return [text(caution)];
  const points = ((b.uar - a.uar) * 100).toFixed(1).replace("-", "−");
  const signed = b.uar >= a.uar ? `+${points}` : points;
  return [text(`${vscode.l10n.t("{0} has {1} points UAR.", names[1], signed)} ${caution}`)];
}

function curves(compared: readonly ComparedRun[], names: readonly string[]): PageSection[] {
  const runs = compared.map(({ details }, index) => ({
    name: names[index],
    epochs: epochsOf(details.events),
  }));
  const drawn = runs.filter(({ epochs }) => epochs.length > 0);
  if (drawn.length === 0) return [];
  const source = { draws: "run-curves", runs: drawn, words: curveWords() } as const;
  return [{ heading: vscode.l10n.t("Curves"), parts: [{ part: "view", source }] }];
}

function settings(runs: readonly RunRecord[], names: readonly string[]): PageSection {
  const rows = differingSettings(runs.map((run) => run.settings));
  const heading = vscode.l10n.t("Settings that differ");
  if (rows.length === 0) return { heading, parts: [text(vscode.l10n.t("None."))] };
  return { heading, parts: [{ part: "table", columns: [vscode.l10n.t("setting"), ...names], rows }] };
}

/** Only among runs with predictions and with the labels of the first of these. */
function difference(compared: readonly ComparedRun[], names: readonly string[]): PageSection[] {
  const evaluated = compared.flatMap(({ run, details }, index) => {
    const labels = labelsOf(run, details);
    return labels && details.predictions.length > 0 ? [{ labels, name: names[index], ...details }] : [];
  });
  const emotions = evaluated[0]?.labels.emotions.join();
  const alike = evaluated.filter(({ labels }) => labels.emotions.join() === emotions);
  if (alike.length < 2) return [];
  const runs = alike.map(({ name, predictions }): NamedPredictions => ({ name, predictions }));
  const words = { of: vscode.l10n.t("Confusions of"), minus: vscode.l10n.t("minus those of") };
  const source = { draws: "confusion-difference", labels: alike[0].labels, runs, words } as const;
  return [{ heading: vscode.l10n.t("Difference of the confusions"), parts: [{ part: "view", source }] }];
}

function labelsOf(run: RunRecord, { study }: RunDetails): Labels | null {
  return labelsIn(run.settings.model) ?? labelsOfStudy(study);
}
