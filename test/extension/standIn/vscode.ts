/** As much of VS Code's API as the modules under test touch; where it is real behaviour, it is as in VS Code. */
import { stat } from "node:fs/promises";
import type * as api from "vscode";
import { Toasts } from "./toasts.js";

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly event = (listener: (value: T) => void): api.Disposable => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

export class NotebookCellOutputItem {
  constructor(
    readonly data: Uint8Array,
    readonly mime: string,
  ) {}
  static error(error: Error): NotebookCellOutputItem {
    return new NotebookCellOutputItem(
      Buffer.from(JSON.stringify(error)),
      "application/vnd.code.notebook.error",
    );
  }
  static stdout(text: string): NotebookCellOutputItem {
    return new NotebookCellOutputItem(Buffer.from(text), "application/vnd.code.notebook.stdout");
  }
  static stderr(text: string): NotebookCellOutputItem {
    return new NotebookCellOutputItem(Buffer.from(text), "application/vnd.code.notebook.stderr");
  }
}

export class NotebookCellOutput {
  constructor(
    public items: NotebookCellOutputItem[],
    public metadata?: Record<string, unknown>,
  ) {}
}

export class ThemeColor {
  constructor(readonly id: string) {}
}

export class ThemeIcon {
  constructor(
    readonly id: string,
    readonly color?: ThemeColor,
  ) {}
}

export class TreeItem {
  constructor(readonly label: string) {}
}

export class NotebookCellStatusBarItem {
  constructor(
    readonly text: string,
    readonly alignment: number,
  ) {}
}

export const NotebookCellStatusBarAlignment = { Left: 1, Right: 2 };
export const QuickPickItemKind = { Separator: -1, Default: 0 };
export const ProgressLocation = { SourceControl: 1, Window: 10, Notification: 15 };
export const NotebookControllerAffinity = { Default: 1, Preferred: 2 };

const nothing = { dispose: (): void => {} };
const noEvent = (): api.Disposable => nothing;

export const l10n = {
  t: (text: string, ...values: unknown[]): string =>
    text.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)])),
};

/** What the code under test has asked VS Code for. */
export const asked = {
  controllers: [] as Partial<api.NotebookController>[],
  commands: new Map<string, (...given: unknown[]) => unknown>(),
  messages: [] as string[],
  toasts: new Toasts(),
  executed: [] as unknown[][],
  inputs: [] as unknown[],
  edits: [] as unknown[],
  picks: [] as { items: Record<string, unknown>[]; placeHolder: string; canPickMany?: boolean }[],
  saves: [] as { defaultUri: Uri }[],
  /** What was opened or shown: notebooks, documents, addresses. */
  shown: [] as unknown[],
  panels: [] as { title: string; options: unknown; webview: { html: string } }[],
  /** Changed settings: name, value, target. */
  updates: [] as unknown[][],
  /** Providers for languages: kind, selector, provider, and what else was given. */
  providers: [] as unknown[][],
  diagnostics: new Map<string, Diagnostic[]>(),
  logged: [] as string[],
  trees: [] as { id: string; visible: boolean; description?: string }[],
  statusBarItems: [] as { shown: boolean; text: string; backgroundColor?: ThemeColor; tooltip: string }[],
  executions: [] as RecordedExecution[],
  messagings: [] as {
    received: EventEmitter<{ editor: unknown; message: unknown }>;
    posted: { message: unknown; editor: unknown }[];
  }[],
};

/** A cell's execution that writes down what is done to it. */
export class RecordedExecution {
  executionOrder: number | undefined;
  readonly outputs: NotebookCellOutput[] = [];
  readonly calls: string[] = [];
  success: boolean | undefined | "running" | "waiting" = "waiting";
  constructor(readonly cell: unknown) {}
  start(): void {
    this.calls.push("start");
    this.success = "running";
  }
  end(success: boolean | undefined): void {
    this.calls.push("end");
    this.success = success;
  }
  async clearOutput(): Promise<void> {
    this.calls.push("clear");
    this.outputs.splice(0);
  }
  async appendOutput(output: NotebookCellOutput): Promise<void> {
    this.calls.push("append");
    this.outputs.push(output);
  }
  async appendOutputItems(item: NotebookCellOutputItem, output: NotebookCellOutput): Promise<void> {
    this.calls.push("append items");
    output.items.push(item);
  }
  async replaceOutputItems(items: NotebookCellOutputItem[], output: NotebookCellOutput): Promise<void> {
    this.calls.push("replace items");
    output.items = items;
  }
}

export const notebooks = {
  createNotebookController(id: string, notebookType: string, label: string) {
    const controller = {
      id,
      notebookType,
      label,
      dispose: () => {},
      onDidChangeSelectedNotebooks: happenings.selected.event,
      updateNotebookAffinity: () => {},
      createNotebookCellExecution: (cell: unknown) => {
        const execution = new RecordedExecution(cell);
        asked.executions.push(execution);
        return execution;
      },
    };
    asked.controllers.push(controller as never);
    return controller;
  },
  registerNotebookCellStatusBarItemProvider: (...given: unknown[]) =>
    provider("status bar of cells")(...given),
  createRendererMessaging() {
    const received = new EventEmitter<{ editor: unknown; message: unknown }>();
    const posted: { message: unknown; editor: unknown }[] = [];
    asked.messagings.push({ received, posted });
    return {
      onDidReceiveMessage: received.event,
      postMessage: async (message: unknown, editor: unknown) => posted.push({ message, editor }) > 0,
    };
  },
};

export const commands = {
  registerCommand(id: string, handler: (...given: unknown[]) => unknown): api.Disposable {
    asked.commands.set(id, handler);
    return { dispose: () => asked.commands.delete(id) };
  },
  executeCommand: async (...given: unknown[]): Promise<void> => void asked.executed.push(given),
};

export const env = {
  language: "en",
  openExternal: async (address: unknown) => asked.shown.push(address) > 0,
};
export const ConfigurationTarget = { Global: 1, Workspace: 2, WorkspaceFolder: 3 };
export const ViewColumn = { Active: -1 };

/** What happens in VS Code; tests fire it. */
export const happenings = {
  activeEditor: new EventEmitter<unknown>(),
  closed: new EventEmitter<unknown>(),
  trusted: new EventEmitter<void>(),
  configuration: new EventEmitter<{ affectsConfiguration: (name: string) => boolean }>(),
  /** A notebook takes our controller, or leaves it. */
  selected: new EventEmitter<{ notebook: unknown; selected: boolean }>(),
  edited: new EventEmitter<{ document: unknown }>(),
  documentClosed: new EventEmitter<unknown>(),
  /** A file that is watched was changed. */
  file: new EventEmitter<void>(),
  folders: new EventEmitter<void>(),
};

export class Uri {
  private constructor(
    readonly scheme: string,
    readonly path: string,
  ) {}
  static file(path: string): Uri {
    return new Uri("file", path);
  }
  get fsPath(): string {
    return this.path;
  }
  with({ path = this.path }: { path?: string }): Uri {
    return new Uri(this.scheme, path);
  }
  toString(): string {
    return `${this.scheme}://${this.path}`;
  }
}

export const workspace = {
  isTrusted: true,
  notebookDocuments: [] as unknown[],
  workspaceFolders: undefined as unknown,
  onDidOpenNotebookDocument: noEvent,
  onDidCloseNotebookDocument: happenings.closed.event,
  onDidGrantWorkspaceTrust: happenings.trusted.event,
  onDidChangeConfiguration: happenings.configuration.event,
  getConfiguration: () => ({
    get: (name: string, usual: unknown) => answers.settings[name] ?? usual,
    update: async (...change: unknown[]) => void asked.updates.push(change),
  }),
  onDidChangeTextDocument: happenings.edited.event,
  onDidCloseTextDocument: happenings.documentClosed.event,
  onDidChangeWorkspaceFolders: happenings.folders.event,
  createFileSystemWatcher: () => ({
    ...{ onDidCreate: noEvent, onDidChange: happenings.file.event, onDidDelete: noEvent, dispose() {} },
  }),
  findFiles: async () => answers.files,
  fs: { stat: async ({ fsPath }: Uri) => stat(fsPath) },
  openNotebookDocument: async (what: unknown, data?: unknown) => ({
    ...{ notebookType: answers.notebookType, opened: what, data },
  }),
  applyEdit: async (edit: unknown) => asked.edits.push(edit) > 0,
};

export const extensions = { getExtension: () => answers.extension };

const told = async (message: string, ...buttons: unknown[]): Promise<string | undefined> => {
  asked.messages.push(message);
  asked.toasts.open(message);
  return buttons.includes(answers.button) ? answers.button : undefined;
};
export const window = {
  showErrorMessage: told,
  showWarningMessage: told,
  showInformationMessage: told,
  withProgress: <T>(
    { location, title = "" }: api.ProgressOptions,
    task: (progress: unknown, token: unknown) => Promise<T>,
  ): Promise<T> => {
    const work = task({ report: () => {} }, answers.token);
    if (location === ProgressLocation.Notification) asked.toasts.openWhile(title, work);
    return work;
  },
  visibleNotebookEditors: [] as unknown[],
  activeNotebookEditor: undefined as unknown,
  activeTextEditor: undefined as unknown,
  showQuickPick: async (items: unknown, options: { placeHolder: string }) => {
    const all = (await items) as Record<string, unknown>[];
    asked.picks.push({ items: all, ...options });
    return answers.pick(all);
  },
  showSaveDialog: async (options: { defaultUri: Uri }) => (asked.saves.push(options), answers.saveAs),
  showNotebookDocument: async (notebook: unknown) => void asked.shown.push(notebook),
  showTextDocument: async (document: unknown) => void asked.shown.push(document),
  createWebviewPanel: (_type: string, title: string, _column: unknown, options: unknown) => {
    const panel = { title, options, webview: { html: "" } };
    asked.panels.push(panel);
    return panel;
  },
  createOutputChannel: (name: string) => {
    const log = (kind: string) => (what: unknown) => void asked.logged.push(`${kind}: ${String(what)}`);
    const show = () => asked.shown.push(name);
    return { info: log("info"), warn: log("warn"), error: log("error"), show, dispose() {} };
  },
  onDidChangeActiveNotebookEditor: happenings.activeEditor.event,
  showInputBox: async (options: unknown) => (asked.inputs.push(options), answers.input),
  createStatusBarItem: () => {
    const item = {
      shown: false,
      show: () => (item.shown = true),
      hide: () => (item.shown = false),
      dispose() {},
    };
    asked.statusBarItems.push(item as never);
    return item;
  },
  createTreeView: (id: string) => {
    const tree = { id, visible: true, dispose: () => {}, onDidChangeVisibility: noEvent };
    asked.trees.push(tree);
    return tree;
  },
};

/** What the stand-in answers; tests set it. */
export const answers = {
  /** The button that a message is answered with. */
  button: undefined as string | undefined,
  input: undefined as string | undefined,
  settings: {} as Record<string, unknown>,
  token: { isCancellationRequested: false, onCancellationRequested: noEvent } as unknown,
  extension: undefined as unknown,
  /** What is picked of the items that are offered. */
  pick: (_items: Record<string, unknown>[]): unknown => undefined,
  saveAs: undefined as Uri | undefined,
  /** The files that a search in the workspace finds. */
  files: [] as Uri[],
  notebookType: "jupyter-notebook",
};

const provider =
  (kind: string) =>
  (...given: unknown[]) => {
    asked.providers.push([kind, ...given]);
    return nothing;
  };
export const languages = {
  registerCompletionItemProvider: provider("completion"),
  registerHoverProvider: provider("hover"),
  registerSignatureHelpProvider: provider("signature help"),
  createDiagnosticCollection: () => ({
    set: (uri: unknown, found: Diagnostic[]) => void asked.diagnostics.set(String(uri), found),
    delete: (uri: unknown) => void asked.diagnostics.delete(String(uri)),
    dispose: () => asked.diagnostics.clear(),
  }),
};
export class Diagnostic {
  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity: number,
  ) {}
}
export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 };

export class WorkspaceEdit {
  readonly sets: [unknown, unknown][] = [];
  set(uri: unknown, edits: unknown): void {
    this.sets.push([uri, edits]);
  }
}
export const NotebookEdit = {
  updateNotebookMetadata: (metadata: unknown) => metadata,
  insertCells: (at: number, cells: unknown) => ({ at, cells }),
};
export const Disposable = {
  from: (...items: api.Disposable[]) => ({ dispose: () => items.forEach((item) => item.dispose()) }),
};

export class NotebookCellData {
  constructor(
    readonly kind: number,
    readonly value: string,
    readonly languageId: string,
  ) {}
}
export const NotebookCellKind = { Markup: 1, Code: 2 };
export class NotebookData {
  metadata: unknown;
  constructor(readonly cells: NotebookCellData[]) {}
}
export class NotebookRange {
  constructor(
    readonly start: number,
    readonly end: number,
  ) {}
}
export const NotebookEditorRevealType = { InCenterIfOutsideViewport: 2 };
export const StatusBarAlignment = { Left: 1, Right: 2 };

export class Range {
  constructor(
    readonly start: unknown,
    readonly end: unknown,
  ) {}
}
export class MarkdownString {
  supportHtml?: boolean;
  isTrusted?: boolean;
  constructor(public value = "") {}
  appendCodeblock(code: string, language = ""): this {
    this.value += `\n\`\`\`${language}\n${code}\n\`\`\`\n`;
    return this;
  }
  appendText(text: string): this {
    this.value += text;
    return this;
  }
}
export class Hover {
  constructor(
    readonly contents: MarkdownString[],
    readonly range: Range,
  ) {}
}
export class CompletionItem {
  constructor(
    readonly label: string,
    readonly kind: number,
  ) {}
}
export class CompletionList<T> {
  constructor(readonly items: T[]) {}
}
/** The numbers of VS Code. */
export const CompletionItemKind = {
  ...{ Method: 1, Function: 2, Constructor: 3, Field: 4, Variable: 5, Class: 6, Interface: 7, Module: 8 },
  ...{
    Property: 9,
    Enum: 12,
    Keyword: 13,
    File: 16,
    Reference: 17,
    Folder: 18,
    EnumMember: 19,
    Constant: 20,
  },
};
export class SignatureHelp {
  signatures: SignatureInformation[] = [];
}
export class SignatureInformation {
  parameters: ParameterInformation[] = [];
  constructor(
    readonly label: string,
    readonly documentation: MarkdownString,
  ) {}
}
export class ParameterInformation {
  constructor(
    readonly label: string | [number, number],
    readonly documentation: MarkdownString,
  ) {}
}
