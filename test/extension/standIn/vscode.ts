/** As much of VS Code's API as the modules under test touch; where it is real behaviour, it is as in VS Code. */
import type * as api from "vscode";

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
      onDidChangeSelectedNotebooks: noEvent,
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
  registerNotebookCellStatusBarItemProvider: () => nothing,
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
  executeCommand: async (): Promise<void> => {},
};

export const env = { language: "en" };

export const workspace = {
  isTrusted: true,
  notebookDocuments: [],
  onDidOpenNotebookDocument: noEvent,
  onDidCloseNotebookDocument: noEvent,
  applyEdit: async () => true,
};

const told = async (message: string): Promise<undefined> => void asked.messages.push(message);
export const window = {
  showErrorMessage: told,
  showWarningMessage: told,
  showInformationMessage: told,
  visibleNotebookEditors: [] as unknown[],
};

export class WorkspaceEdit {
  set(): void {}
}
export const NotebookEdit = { updateNotebookMetadata: (metadata: unknown) => metadata };
