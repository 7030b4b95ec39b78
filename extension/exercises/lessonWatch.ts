import * as vscode from "vscode";
import { exerciseTexts } from "../../kernel/exercises/exerciseTexts.js";
import { Disposables } from "../disposables.js";
import { notebookType } from "../kernelMetadata.js";
import { offerRestore } from "./exerciseCommands.js";
import { exerciseItems } from "./exerciseItems.js";
import { language, lessonOf, type OpenLesson } from "./lesson.js";

const texts = exerciseTexts[language];

/** The least time between two looks at a notebook that is being edited, in milliseconds. */
const interval = 150;

/**
 * Shows exercises below their cells, and in the status bar of the window whether locked cells of the notebook in front were
 * changed or deleted. Reads the notebook alone and runs nothing, so it is there in workspaces that are not trusted, too.
 */
export class LessonWatch implements vscode.NotebookCellStatusBarItemProvider, vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #onDidChange = this.#owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeCellStatusBarItems = this.#onDidChange.event;
  readonly #bar = this.#owned.add(
    vscode.window.createStatusBarItem("aen.lesson", vscode.StatusBarAlignment.Left, 0),
  );
  /** The deleted cells that a person has been told of. */
  readonly #told = new WeakMap<vscode.NotebookDocument, ReadonlySet<string>>();
  /** Cells of a notebook are asked for one by one: what was read is kept until something changes. */
  #read = new Map<vscode.NotebookDocument, OpenLesson | undefined>();
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    this.#bar.name = vscode.l10n.t("Locked cells of a lesson");
    this.#bar.command = "aen.lesson.restore";
    this.#owned.add(vscode.window.onDidChangeActiveNotebookEditor(() => this.#look()));
    this.#owned.add(vscode.workspace.onDidChangeNotebookDocument(() => this.#soon()));
    this.#owned.add(vscode.notebooks.registerNotebookCellStatusBarItemProvider(notebookType, this));
    this.#look();
  }

  provideCellStatusBarItems(cell: vscode.NotebookCell): vscode.NotebookCellStatusBarItem[] {
    const lesson = this.#lessonOf(cell.notebook);
    return lesson && lesson.cells.length > cell.index ? exerciseItems(lesson, cell) : [];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#owned.dispose();
  }

  #lessonOf(notebook: vscode.NotebookDocument): OpenLesson | undefined {
    if (!this.#read.has(notebook)) this.#read.set(notebook, lessonOf(notebook));
    return this.#read.get(notebook);
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => this.#look(), interval);
  }

  #look(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#read = new Map();
    const notebook = vscode.window.activeNotebookEditor?.notebook;
    const lesson = notebook && this.#lessonOf(notebook);
    this.#showInBar(lesson);
    if (lesson) this.#tellDeleted(lesson);
    this.#onDidChange.fire();
  }

  #showInBar(lesson: OpenLesson | undefined): void {
    void vscode.commands.executeCommand("setContext", "aen.lesson", lesson !== undefined);
    if (!lesson || lesson.changes.length === 0) return this.#bar.hide();
    const text = `${texts.damaged(lesson.changes)} ${texts.restore}`;
    this.#bar.text = `$(warning) ${text}`;
    this.#bar.accessibilityInformation = { label: text, role: "button" };
    this.#bar.show();
  }

  #tellDeleted(lesson: OpenLesson): void {
    const deleted = lesson.changes.filter(({ change }) => change === "deleted");
    const known = this.#told.get(lesson.notebook) ?? new Set();
    this.#told.set(lesson.notebook, new Set(deleted.map(({ gradeId }) => gradeId)));
    const isNew = deleted.some(({ gradeId }) => !known.has(gradeId));
    if (isNew) void offerRestore(lesson, texts.damaged(deleted));
  }
}
