import * as vscode from "vscode";
import type { RunRecord } from "../runRecord.js";
import { cellOf } from "../runNames.js";
import { studyFolderOf, type StudyRecord } from "../studyRecord.js";
import { type RunSort, sortRuns } from "./runSort.js";

/** The runs of a study. */
export interface StudyNode {
  readonly kind: "study-runs";
  readonly study: StudyRecord;
  readonly runs: readonly RunRecord[];
}

/** The runs of a notebook. */
export interface NotebookNode {
  readonly kind: "notebook";
  /** Its path; null for runs that were started elsewhere. */
  readonly notebook: string | null;
  readonly children: readonly (RunRecord | StudyNode)[];
}

export type RunNode = RunRecord | StudyNode | NotebookNode;

/** The tree: notebooks, the one with the newest run first; in them studies with their runs, and single runs. */
export function runNodes(
  runs: readonly RunRecord[],
  studies: readonly StudyRecord[],
  sort: RunSort,
): NotebookNode[] {
  const known = new Map(studies.map((study) => [study.folder, study]));
  const groups = new Map<string | null, { single: RunRecord[]; studies: Map<StudyRecord, RunRecord[]> }>();
  for (const run of runs) {
    const study = known.get(studyFolderOf(run) ?? "");
    const notebook = (study ? study.plan.cell : cellOf(run))?.notebook;
    const key = typeof notebook === "string" ? notebook : null;
    const group = groups.get(key) ?? { single: [], studies: new Map<StudyRecord, RunRecord[]>() };
    groups.set(key, group);
    if (study) group.studies.set(study, [...(group.studies.get(study) ?? []), run]);
    else group.single.push(run);
  }
  return [...groups].map(([notebook, group]) => {
    const ofStudies = [...group.studies].map(([study, own]): StudyNode => ({
      kind: "study-runs",
      study,
      runs: sortRuns(own, sort),
    }));
    return { kind: "notebook", notebook, children: [...ofStudies, ...sortRuns(group.single, sort)] };
  });
}

export function childrenOf(node: RunNode): readonly RunNode[] {
  if (!("kind" in node)) return [];
  return node.kind === "notebook" ? node.children : node.runs;
}

/** All runs in and below a node. */
export function runsIn(node: RunNode): RunRecord[] {
  return "kind" in node ? childrenOf(node).flatMap(runsIn) : [node];
}

export function isNode(value: unknown): value is StudyNode | NotebookNode {
  return typeof value === "object" && value !== null && "kind" in value && value.kind !== "study";
}

/** "3 runs" */
export function countText(runs: number): string {
  return runs === 1 ? vscode.l10n.t("1 run") : vscode.l10n.t("{0} runs", runs);
}
