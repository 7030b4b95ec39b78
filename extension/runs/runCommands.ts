import { existsSync } from "node:fs";
import path from "node:path";
import * as vscode from "vscode";
import type { Handlers } from "../commands/register.js";
import { insertCell } from "../insertCell.js";
import { chooseRun, chooseSeveral } from "./chooseRuns.js";
import { deleteRuns, deleteStudy } from "./deleteRecords.js";
import { exportRecord } from "./exportRecord.js";
import { goToCell } from "./goToCell.js";
import { readRunDetails, runPage } from "./page/runPage.js";
import { showComparison } from "./page/showComparison.js";
import { readArmPredictions, studyPage } from "./page/studyPage.js";
import { readNotes, writeNotes } from "./recordedFiles.js";
import { resumeCode } from "./resumeCode.js";
import { runAgain } from "./runAgain.js";
import { cellOf, runName, studyName } from "./runNames.js";
import type { RunRecord } from "./runRecord.js";
import type { RunsView } from "./runsView.js";
import { studyFolderOf, type StudyRecord } from "./studyRecord.js";
import { isNode, type RunNode, runsIn } from "./tree/runNodes.js";
import type { RunSort } from "./tree/runSort.js";

/** What a command is given: a row of the tree, the record of a page, or nothing from the palette. */
type Given = RunNode | StudyRecord | undefined;

/** The commands on recorded runs and studies, in the tree, on pages and in the palette. */
export function runCommands(view: RunsView, context: vscode.ExtensionContext): Handlers {
  const recordOf = async (given: Given): Promise<RunRecord | StudyRecord | undefined> => {
    if (!given) return chooseRun(await view.runs());
    if (!isNode(given)) return given;
    return given.kind === "study-runs" ? given.study : undefined;
  };
  const on = (act: (record: RunRecord | StudyRecord) => unknown) => async (given?: Given) => {
    const record = await recordOf(given);
    if (record) await act(record);
  };
  return {
    "aen.runs.refresh": () => view.refresh(),
    "aen.runs.open": (given?: Given) => on(openRecord)(given),
    "aen.runs.openText": (given?: Given) => on((record) => openRecord(record, "default"))(given),
    "aen.runs.openStudy": (given?: Given) => on(openStudy)(given),
    "aen.runs.goToCell": (given?: Given) => backToCell(given, recordOf),
    "aen.runs.rename": (given?: Given) => on((record) => rename(record, view))(given),
    "aen.runs.runAgain": (given?: Given) =>
      on(({ folder }) => runAgain(context.extensionPath, folder))(given),
    "aen.runs.export": (given?: Given) =>
      on(async (record) => exportRecord(await pageOf(record), record.folder))(given),
    "aen.runs.compare": (given?: Given, selected?: Given[]) => compare(view, context, given, selected),
    "aen.runs.resume": (given?: Given) =>
      on((record) => ("kind" in record ? openStudy(record) : resume(record)))(given),
    "aen.runs.delete": async (given?: Given, selected?: Given[]) => {
      if (await remove(view, await recordOf(given), selected)) view.refresh();
    },
    "aen.runs.sort": () => sort(view),
    "aen.runs.filter": () => filter(view),
    "aen.runs.clearFilter": () => view.filterBy(""),
  };
}

async function openRecord(record: RunRecord | StudyRecord, editor?: string): Promise<void> {
  const [name, usual] = "kind" in record ? ["plan.json", "aen.study"] : ["run.json", "aen.run"];
  const file = vscode.Uri.file(path.join(record.folder, name));
  await vscode.commands.executeCommand("vscode.openWith", file, editor ?? usual);
}

async function openStudy(record: RunRecord | StudyRecord): Promise<void> {
  const folder = "kind" in record ? record.folder : studyFolderOf(record);
  if (folder === undefined) throw new Error(vscode.l10n.t("The run belongs to no study."));
  const file = vscode.Uri.file(path.join(folder, "plan.json"));
  await vscode.commands.executeCommand("vscode.openWith", file, "aen.study");
}

/** A row of a notebook opens the notebook. */
async function backToCell(
  given: Given,
  recordOf: (given: Given) => Promise<RunRecord | StudyRecord | undefined>,
): Promise<void> {
  if (isNode(given) && given.kind === "notebook") return goToCell({ notebook: given.notebook });
  const record = await recordOf(given);
  if (record) await goToCell("kind" in record ? record.plan.cell : cellOf(record));
}

async function rename(record: RunRecord | StudyRecord, view: RunsView): Promise<void> {
  const notes = await readNotes(record.folder);
  const value = "kind" in record ? studyName(record) : notes.name || runName(record);
  const prompt = vscode.l10n.t("A name for the list and the page; empty for none");
  const name = await vscode.window.showInputBox({ prompt, value });
  if (name === undefined) return;
  writeNotes(record.folder, { ...notes, name: name.trim() });
  view.refresh();
}

async function pageOf(record: RunRecord | StudyRecord) {
  if ("kind" in record) return studyPage(record, await readArmPredictions(record));
  return runPage(record, await readRunDetails(record));
}

async function compare(
  view: RunsView,
  context: vscode.ExtensionContext,
  given: Given,
  selected: readonly Given[] = [],
): Promise<void> {
  const all = await view.runs();
  const rows = selected.length > 1 ? selected : [given];
  const chosen = rows.flatMap((row) => runsOf(row, all));
  const runs = chosen.length > 1 ? chosen : await chooseSeveral(all, chosen);
  if (runs) await showComparison(context.extensionUri, runs);
}

function runsOf(given: Given, all: readonly RunRecord[]): RunRecord[] {
  if (!given) return [];
  if (!isNode(given) && "kind" in given) return all.filter((run) => studyFolderOf(run) === given.folder);
  return runsIn(given as RunNode);
}

/** Inserts the code that resumes a run into a notebook, for the user to run. */
async function resume(run: RunRecord): Promise<void> {
  const editor = vscode.window.activeNotebookEditor ?? (await ownNotebook(run)) ?? (await newNotebook());
  await insertCell(editor, resumeCode(run), editor.notebook.cellCount);
}

/** The notebook that a run came from, where its clips are; undefined when it is gone. */
async function ownNotebook(run: RunRecord): Promise<vscode.NotebookEditor | undefined> {
  const cell = cellOf(run);
  if (typeof cell?.notebook !== "string" || !existsSync(cell.notebook)) return undefined;
  await goToCell(cell);
  return vscode.window.activeNotebookEditor;
}

async function newNotebook(): Promise<vscode.NotebookEditor> {
  await vscode.commands.executeCommand("aen.newNotebook", "empty");
  return vscode.window.activeNotebookEditor!;
}

async function remove(
  view: RunsView,
  record: RunRecord | StudyRecord | undefined,
  selected: readonly Given[] = [],
): Promise<boolean> {
  const runs = selected.flatMap((row) => (row && !("kind" in row) ? [row] : []));
  if (runs.length > 1) return deleteRuns(runs);
  if (!record) return runs.length > 0 && deleteRuns(runs);
  if (!("kind" in record)) return deleteRuns([record]);
  return deleteStudy(record, runsOf(record, await view.runs()));
}

async function sort(view: RunsView): Promise<void> {
  const labels: Readonly<Record<RunSort, string>> = {
    newest: vscode.l10n.t("Newest first"),
    uar: vscode.l10n.t("Highest UAR first"),
    war: vscode.l10n.t("Highest WAR first"),
    loss: vscode.l10n.t("Lowest training loss first"),
    seconds: vscode.l10n.t("Longest first"),
  };
  const items = (Object.keys(labels) as RunSort[]).map((id) => ({
    label: labels[id],
    description: id === view.sort ? vscode.l10n.t("now") : undefined,
    id,
  }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t("Sort runs by") });
  if (picked) await view.sortBy(picked.id);
}

async function filter(view: RunsView): Promise<void> {
  const typed = await vscode.window.showInputBox({
    prompt: vscode.l10n.t(
      "Words of name, tags, notes, notebook, state or device, and figures such as UAR > 60",
    ),
    value: view.filter,
  });
  if (typed !== undefined) await view.filterBy(typed);
}
