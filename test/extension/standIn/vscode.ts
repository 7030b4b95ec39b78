/** As much of VS Code's API as the modules under test touch; where it is real behaviour, it is as in VS Code. */
import { stat } from "node:fs/promises";
import type * as api from "vscode";
import { Toasts } from "./toasts.js";
import type { Diagnostic, NotebookCellOutput, NotebookCellOutputItem, ThemeColor, Uri } from "./values.js";
import { EventEmitter, ProgressLocation, type Task } from "./values.js";

export * from "./values.js";

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
  panels: [] as Panel[],
  customEditors: new Map<string, { resolveCustomEditor(document: { uri: Uri }, panel: Panel): void }>(),
  tasks: [] as Task[],
  tools: new Map<string, api.LanguageModelTool<object>>(),
  /** Changed settings: name, value, target. */
  updates: [] as unknown[][],
  /** Providers for languages: kind, selector, provider, and what else was given. */
  providers: [] as unknown[][],
  diagnostics: new Map<string, Diagnostic[]>(),
  logged: [] as string[],
  terminals: [] as { name: string; cwd: string; sent: string[]; shown: boolean }[],
  trees: [] as { id: string; visible: boolean; description?: string; badge?: { value: number } }[],
  statusBarItems: [] as { shown: boolean; text: string; backgroundColor?: ThemeColor; tooltip: string }[],
  executions: [] as RecordedExecution[],
  messagings: [] as {
    received: EventEmitter<{ editor: unknown; message: unknown }>;
    posted: { message: unknown; editor: unknown }[];
  }[],
};

/** A web view in an editor: what is posted to it is written down, what it sends is fired. */
export class Panel {
  readonly posted: unknown[] = [];
  readonly sent = new EventEmitter<unknown>();
  readonly closed = new EventEmitter<void>();
  readonly onDidDispose = this.closed.event;
  readonly webview = {
    html: "",
    options: {} as unknown,
    cspSource: "https://web.view",
    asWebviewUri: ({ fsPath }: Uri) => `https://web.view${fsPath}`,
    onDidReceiveMessage: this.sent.event,
    postMessage: async (message: unknown) => this.posted.push(message) > 0,
  };
  constructor(
    readonly title: string,
    readonly options: unknown = {},
  ) {}

  /** Receives a message that the page posts. */
  receive(message: unknown): void {
    this.sent.fire(message);
  }
}

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
/** What happens in VS Code; tests fire it. */
export const happenings = {
  activeEditor: new EventEmitter<unknown>(),
  closed: new EventEmitter<unknown>(),
  trusted: new EventEmitter<void>(),
  configuration: new EventEmitter<{ affectsConfiguration: (name: string) => boolean }>(),
  /** A notebook takes our controller, or leaves it. */
  selected: new EventEmitter<{ notebook: unknown; selected: boolean }>(),
  edited: new EventEmitter<{ document: unknown }>(),
  /** Cells were added to a notebook, moved or deleted, or have changed otherwise. */
  notebookChanged: new EventEmitter<{
    notebook: unknown;
    contentChanges: unknown[];
    cellChanges: unknown[];
  }>(),
  renaming: new EventEmitter<{ files: readonly unknown[] }>(),
  documentClosed: new EventEmitter<unknown>(),
  /** A file that is watched was changed. */
  file: new EventEmitter<void>(),
  folders: new EventEmitter<void>(),
  sessionEnded: new EventEmitter<unknown>(),
};

export const workspace = {
  isTrusted: true,
  notebookDocuments: [] as unknown[],
  workspaceFolders: undefined as unknown,
  getWorkspaceFolder: () => undefined,
  onDidOpenNotebookDocument: noEvent,
  onWillRenameFiles: happenings.renaming.event,
  onDidCloseNotebookDocument: happenings.closed.event,
  onDidGrantWorkspaceTrust: happenings.trusted.event,
  onDidChangeConfiguration: happenings.configuration.event,
  getConfiguration: () => ({
    get: (name: string, usual: unknown) => answers.settings[name] ?? usual,
    update: async (...change: unknown[]) => void asked.updates.push(change),
  }),
  onDidChangeTextDocument: happenings.edited.event,
  onDidChangeNotebookDocument: happenings.notebookChanged.event,
  onDidCloseTextDocument: happenings.documentClosed.event,
  onDidChangeWorkspaceFolders: happenings.folders.event,
  createFileSystemWatcher: () => ({
    ...{ onDidCreate: noEvent, onDidChange: happenings.file.event, onDidDelete: noEvent, dispose() {} },
  }),
  findFiles: async () => answers.files,
  openTextDocument: async () => ({ getText: () => answers.text }),
  fs: { stat: async ({ fsPath }: Uri) => stat(fsPath) },
  openNotebookDocument: async (what: unknown, data?: unknown) => ({
    ...{ notebookType: answers.notebookType, opened: what, data },
  }),
  applyEdit: async (edit: unknown) => asked.edits.push(edit) > 0,
};

export const lm = {
  registerTool: (name: string, tool: unknown) => {
    asked.tools.set(name, tool as never);
    return { dispose: () => asked.tools.delete(name) };
  },
};

/** Debug sessions as VS Code's debugger starts them: one for the connection, one below it. */
export const debug = {
  ...{ trackers: [] as TrackerFactory[], stopped: [] as unknown[] },
  ...{ onDidTerminateDebugSession: happenings.sessionEnded.event },
  /** Whether the debugger attaches. */
  attaches: true,
  registerDebugAdapterTrackerFactory: (_: string, factory: TrackerFactory) => {
    debug.trackers.push(factory);
    return { dispose: () => void debug.trackers.splice(debug.trackers.indexOf(factory), 1) };
  },
  startDebugging: async (_: unknown, configuration: { name: string }) => {
    if (!debug.attaches) return false;
    const root = { id: "root", configuration };
    for (const session of [root, { id: "child", configuration: {}, parentSession: root }])
      for (const factory of debug.trackers) {
        const tracker = factory.createDebugAdapterTracker(session) as DebugTracker | undefined;
        tracker?.onDidSendMessage({ type: "response", command: "configurationDone" });
      }
    return true;
  },
  stopDebugging: async (session: unknown) => void debug.stopped.push(session),
};

interface TrackerFactory {
  createDebugAdapterTracker(session: object): unknown;
}

interface DebugTracker {
  onDidSendMessage(message: object): void;
}

export const NotebookCellKind = { Markup: 1, Code: 2 };

export const tasks = { executeTask: async (task: Task) => void asked.tasks.push(task) };

export const extensions = { getExtension: () => answers.extension };

const told = async (message: string, ...buttons: unknown[]): Promise<string | undefined> => {
  asked.messages.push(message);
  asked.toasts.open(message);
  return buttons.includes(answers.button) ? answers.button : undefined;
};
export const window = {
  createTerminal: (options: { name: string; cwd: string }) => {
    const terminal = { ...options, sent: [] as string[], shown: false };
    asked.terminals.push(terminal);
    return {
      show: () => (terminal.shown = true),
      sendText: (text: string) => void terminal.sent.push(text),
    };
  },
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
  state: { focused: true },
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
    const panel = new Panel(title, options);
    asked.panels.push(panel);
    return panel;
  },
  registerCustomEditorProvider: (viewType: string, provider: never) => {
    asked.customEditors.set(viewType, provider);
    return nothing;
  },
  tabGroups: { activeTabGroup: { viewColumn: 1 } },
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
  /** The text in the editor of any file. */
  text: "",
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
  registerDefinitionProvider: provider("definition"),
  registerTypeDefinitionProvider: provider("type definition"),
  registerReferenceProvider: provider("references"),
  registerRenameProvider: provider("rename"),
  registerInlayHintsProvider: provider("inlay hints"),
  registerCodeActionsProvider: provider("remedies"),
  createDiagnosticCollection: () => ({
    set: (uri: unknown, found: Diagnostic[]) => void asked.diagnostics.set(String(uri), found),
    delete: (uri: unknown) => void asked.diagnostics.delete(String(uri)),
    dispose: () => asked.diagnostics.clear(),
  }),
};
