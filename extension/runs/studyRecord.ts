import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Labels } from "../../kernel/contracts/labels.js";
import type { AblationBoardPayload } from "../../kernel/contracts/payloads/ablationBoard.js";
import type { RunNotes } from "../../kernel/contracts/runs/runNotes.js";
import { labelsOf, readJson, readNotes } from "./recordedFiles.js";

/** An ablation study as recorded in its folder, .aen/studies/<id>/. */
export interface StudyRecord {
  readonly kind: "study";
  readonly id: string;
  readonly folder: string;
  /** As the study was named in its code. */
  readonly name: string;
  readonly plan: StudyPlanFile;
  /** Its board when the last run ended, without clips; null before, and for studies of earlier versions. */
  readonly board: AblationBoardPayload | null;
  readonly notes: RunNotes;
}

/** The content of `plan.json`, as far as it is shown. */
export interface StudyPlanFile {
  readonly name?: string;
  readonly cell?: RecordedCell | null;
  readonly seeds?: readonly number[];
  readonly arms?: readonly {
    readonly name: string;
    readonly settings?: readonly string[];
    readonly terms?: readonly { readonly name: string; readonly weight: number }[];
  }[];
  readonly runs?: readonly {
    readonly arm: number;
    readonly seed: number;
    readonly fold: number;
    readonly run: string;
  }[];
}

/** The cell that started a run or study. */
export interface RecordedCell {
  readonly notebook?: string | null;
  readonly executionCount?: number;
  readonly code?: string;
}

/** The studies in a folder of studies. */
export async function readStudies(studiesFolder: string): Promise<StudyRecord[]> {
  const names = await readdir(studiesFolder).catch(() => [] as string[]);
  const studies = await Promise.all(names.map((name) => readStudy(path.join(studiesFolder, name))));
  return studies.filter((study) => study !== undefined);
}

/** @returns undefined when the folder holds no plan of a study */
export async function readStudy(folder: string): Promise<StudyRecord | undefined> {
  const [plan, board, notes] = await Promise.all([
    readJson(folder, "plan.json") as Promise<StudyPlanFile | null>,
    readJson(folder, "board.json") as Promise<AblationBoardPayload | null>,
    readNotes(folder),
  ]);
  if (typeof plan !== "object" || plan === null) return undefined;
  const id = path.basename(folder);
  const name = typeof plan.name === "string" ? plan.name : id;
  const isBoard = board?.view === "ablation-board" && Array.isArray(board.arms);
  return { kind: "study", id, folder, name, plan, board: isBoard ? board : null, notes };
}

/** The folder of the study that a run belongs to; undefined for a run of its own. */
export function studyFolderOf(run: {
  readonly folder: string;
  readonly settings: object;
}): string | undefined {
  const { study } = run.settings as { study?: unknown };
  if (typeof study !== "string" || study !== path.basename(study)) return undefined;
  return path.join(path.dirname(path.dirname(run.folder)), "studies", study);
}

/** The folder of a run of a study. */
export function runFolderOf(study: StudyRecord, run: string): string {
  return path.join(path.dirname(path.dirname(study.folder)), "runs", path.basename(run));
}

export function labelsOfStudy(study: StudyRecord | undefined): Labels | null {
  const labels = study?.board?.labels;
  return labels ? labelsOf(labels.emotions, labels.groups) : null;
}
