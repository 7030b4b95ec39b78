import * as vscode from "vscode";
import type { ClipPrediction } from "../../../kernel/contracts/clipPrediction.js";
import type { PageSection, RecordPage } from "../../../kernel/contracts/recordPage.js";
import type { RunEvent } from "../../../kernel/contracts/runs/runEvents.js";
import { noNotes } from "../../../kernel/contracts/runs/runNotes.js";
import { labelsIn, readEvents, readPredictions } from "../recordedFiles.js";
import { canResume } from "../recordedState.js";
import { cellOf, runDescription, runName } from "../runNames.js";
import type { RunRecord } from "../runRecord.js";
import { stateText } from "../stateText.js";
import { labelsOfStudy, readStudy, studyFolderOf, type StudyRecord } from "../studyRecord.js";
import { dataSection, machineSection, remarksSection } from "./factSections.js";
import { figuresOf } from "./figuresTable.js";
import { notesForm } from "./notesWords.js";
import { originSection } from "./originSection.js";
import { pageAction } from "./pageActions.js";
import { courseSection, figuresSection, matrixSection, settingsSection } from "./runSections.js";

/** What a run's page shows beside its record. */
export interface RunDetails {
  readonly events: readonly RunEvent[];
  readonly predictions: readonly ClipPrediction[];
  /** The study that it belongs to. */
  readonly study?: StudyRecord;
}

export async function readRunDetails(run: RunRecord): Promise<RunDetails> {
  const folder = studyFolderOf(run);
  const [events, predictions, study] = await Promise.all([
    readEvents(run.folder),
    readPredictions(run.folder),
    folder === undefined ? undefined : readStudy(folder),
  ]);
  return { events, predictions, study };
}

/** The page of a run. */
export function runPage(run: RunRecord, { events, predictions, study }: RunDetails): RecordPage {
  const labels = labelsIn(run.settings.model) ?? labelsOfStudy(study);
  const inStudy = studyFolderOf(run) !== undefined;
  const state = run.state === "finished" ? [stateText(run.state)] : [];
  return {
    title: runName(run),
    subtitle: [run.id, ...state, runDescription(run), vscode.l10n.t("{0} s", run.seconds.toFixed(0))]
      .filter(Boolean)
      .join(" · "),
    actions: [
      ...(canResume(run) ? [pageAction("resume")] : []),
      ...(inStudy ? [pageAction("study")] : [pageAction("runAgain")]),
      ...(["compare", "export", "delete", "text"] as const).map(pageAction),
    ],
    notes: notesForm(run.notes ?? noNotes),
    sections: [
      ...remarksSection(run, events),
      figuresSection(run, figuresOf(predictions, labels)),
      courseSection(run, events),
      ...matrixSection(labels, predictions),
      settingsSection(run),
      dataSection(run),
      machineSection(run),
      inStudy ? studySection(study) : originSection(cellOf(run)),
    ],
  };
}

function studySection(study: StudyRecord | undefined): PageSection {
  const name = study?.notes.name || study?.name;
  const sentence = name
    ? vscode.l10n.t("A run of the study {0}.", name)
    : vscode.l10n.t("A run of a study whose record is gone.");
  const action = study ? { action: pageAction("study") } : {};
  return {
    heading: vscode.l10n.t("Where it came from"),
    parts: [
      { part: "text", text: sentence, ...action },
      ...(study?.plan.cell ? originSection(study.plan.cell).parts.slice(1) : []),
    ],
  };
}
