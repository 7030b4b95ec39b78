import path from "node:path";
import * as vscode from "vscode";
import { Disposables } from "../../disposables.js";
import { writeNotes } from "../recordedFiles.js";
import { readRun } from "../runRecord.js";
import { readStudy } from "../studyRecord.js";
import { type PageActionName, pageCommands } from "./pageActions.js";
import { PagePanel, type PageSource } from "./pagePanel.js";
import { readRunDetails, runPage } from "./runPage.js";
import { readArmPredictions, studyPage } from "./studyPage.js";

/** Milliseconds from a change of a record's files to the page that shows it: a training writes line after line. */
const delay = 300;

/** The pages of runs and studies, as editors of their `run.json` and `plan.json`. */
export function registerRecordEditors(extensionUri: vscode.Uri, changed: () => void): vscode.Disposable {
  const owned = new Disposables();
  const sources = { "aen.run": runSource, "aen.study": studySource };
  for (const [viewType, sourceOf] of Object.entries(sources))
    owned.add(
      vscode.window.registerCustomEditorProvider(
        viewType,
        new RecordEditors(extensionUri, (folder) => sourceOf(folder, changed)),
      ),
    );
  return owned;
}

class RecordEditors implements vscode.CustomReadonlyEditorProvider {
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly sourceOf: (folder: string) => PageSource,
  ) {}

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => {} };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    const folder = path.dirname(uri.fsPath);
    const page = new PagePanel(panel, this.extensionUri, this.sourceOf(folder));
    const following = follow(folder, () => void page.show());
    panel.onDidDispose(() => following.dispose());
  }
}

/** Calls back soon after a file in a folder has changed. */
function follow(folder: string, show: () => void): vscode.Disposable {
  const owned = new Disposables();
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      show();
    }, delay);
  };
  const files = owned.add(
    vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.file(folder), "*.{json,jsonl}"),
    ),
  );
  for (const event of [files.onDidCreate, files.onDidChange, files.onDidDelete]) owned.add(event(soon));
  owned.add({ dispose: () => clearTimeout(timer) });
  return owned;
}

function runSource(folder: string, changed: () => void): PageSource {
  const read = async () => {
    const run = await readRun(folder);
    if (!run) throw new Error(vscode.l10n.t("There is no record of a run in {0}.", folder));
    return run;
  };
  return recordSource(folder, changed, read, async (run) => runPage(run, await readRunDetails(run)));
}

function studySource(folder: string, changed: () => void): PageSource {
  const read = async () => {
    const study = await readStudy(folder);
    if (!study) throw new Error(vscode.l10n.t("There is no record of a study in {0}.", folder));
    return study;
  };
  return recordSource(folder, changed, read, async (study) =>
    studyPage(study, await readArmPredictions(study)),
  );
}

/** A page of what a folder records, read anew each time. */
function recordSource<Kept extends Parameters<typeof act>[1]>(
  folder: string,
  changed: () => void,
  read: () => Promise<Kept>,
  page: (record: Kept) => ReturnType<PageSource["build"]>,
): PageSource {
  return {
    build: async () => page(await read()),
    act: async (action) => act(action, await read()),
    write: (notes) => {
      writeNotes(folder, notes);
      changed();
    },
  };
}

/** The page comes from our own script, but only the commands of its buttons are carried out. */
function act(action: string, record: object): Thenable<unknown> | undefined {
  if (!Object.hasOwn(pageCommands, action)) return undefined;
  return vscode.commands.executeCommand(pageCommands[action as PageActionName], record);
}
